"""Names, shops, places and goods; a person is put together of two names, so that none is real."""

NAMES = {
    "english": (
        "Robert Anne George Pauline Derek Sheila Martin Holly Craig Denise Stuart Megan Neil Tracy "
        "Howard Bridget Clive Joanna Leonard Ruth",
        "Hale Pickford Ashdown Merriweather Tunstall Garside Dawlish Whitcombe Larkin Ollerton "
        "Fenwick Cartmell Braithwaite Sowerby Hollis Penrose Marwood Tranter Eccles Loxley",
    ),
    "pinyin": (
        "Wei Xiaoming Jing Meiling Haoran Yuchen Lijuan Zhiqiang Fang Jianhua Xiuying Peng Qiang "
        "Shuang Yan Zixuan Rong Guowei Tingting Bo",
        "Zhang Wang Li Chen Liu Huang Zhao Wu Zhou Xu Sun Ma Zhu Hu Guo He Lin Gao Luo Zheng",
    ),
    "indian": (
        "Rajesh Priya Sunil Anjali Vikram Deepa Harish Kavita Manoj Lakshmi Arvind Meena Suresh "
        "Pooja Nitin Swati Ganesh Rekha Ashok Divya",
        "Sharma Patel Iyer Reddy Nair Gupta Chaudhary Menon Desai Kulkarni Bhatia Rao Mehta Joshi "
        "Pillai Verma Banerjee Kapoor Shetty Saxena",
    ),
    "arabic": (
        "Ahmed Fatima Omar Layla Khalid Noura Yusuf Hanan Tariq Salma Bilal Rania Samir Dina "
        "Faisal Amina Hisham Mariam Nabil Zahra",
        "Al-Harbi Haddad El-Sayed Mansour Khoury Al-Rashid Benali Shaheen Qureshi Abdallah Farouk "
        "Nasser Al-Otaibi Saleh Bakri Hamdan Darwish Aziz Kanaan Tahir",
    ),
    "spanish": (
        "Carlos Lucía Javier Marta Diego Inés Álvaro Pilar Joaquín Rocío Andrés Elena Ramón Nuria "
        "Sergio Beatriz Tomás Carmen Iván Sonia",
        "García|López Hernández|Ruiz Moreno|Gil Navarro|Soto Ortega|Peña Castillo|Vega Ibáñez|Mora "
        "Romero|Cano Delgado|Prieto Santos|Rey Molina|Cruz Serrano|Lara Fuentes|Pardo Campos|Rubio "
        "Vidal|Nieto Arias|Luna Medina|Flores Cortés|Sanz Reyes|Bravo Aguilar|Rojas",
    ),
    "european": (
        "Jonas Anke Matteo Giulia Piotr Agnieszka Lars Ingrid Henk Sanne Étienne Claire Emre Selin "
        "Tomáš Jana Dimitri Olga Nikos Eleni",
        "Petersen Thomsen Bianchi Ferraro Kowalczyk Wiśniewska Lindqvist Dahl Verhoeven Dekker "
        "Lefèvre Moreau Aksoy Tuncel Novotný Dvořák Sokolov Orlova Pappas Kostas",
    ),
}
SHOPS = (
    "Lakeside", "Copper", "Meadow", "Harbour", "Northgate", "Willow", "Juniper", "Saffron",
    "Bluebell", "Cedar", "Orchard", "Amber", "Pebble", "Lantern", "Thistle", "Marigold",
    "Birch", "Coral", "Indigo", "Clover",
)  # fmt: skip
TRADES = (
    "Tackle", "Home", "Living", "Trading", "Supplies", "Goods", "Corner", "Depot", "Bazaar",
    "Crafts",
)  # fmt: skip
FORMS = ("", "", " Ltd", " LLC", " GmbH", " Co., Ltd.", " Store", " Pvt Ltd", " S.L.", " Inc.")
PLACES = {
    "english": ("Leeds", "Bristol", "Ohio", "Austin", "Cardiff", "Tacoma"),
    "pinyin": ("Shenzhen", "Yiwu", "Hangzhou", "Ningbo", "Dongguan", "Xiamen"),
    "indian": ("Jaipur", "Surat", "Moradabad", "Chennai", "Ludhiana", "Pune"),
    "arabic": ("Dubai", "Amman", "Casablanca", "Alexandria", "Jeddah", "Tunis"),
    "spanish": ("Valencia", "Bogotá", "Sevilla", "Monterrey", "Lima", "Zaragoza"),
    "european": ("Hamburg", "Izmir", "Brno", "Poznań", "Turin", "Utrecht"),
}
STREETS = {
    "english": "{k} [Mill|Station|Orchard|Queen's|Foundry] [Road|Street|Lane|Avenue], {place}",
    "pinyin": "Room {k}, Building {n}, No. {k} [Xihu|Renmin|Huanshi|Jiefang] Road, {place}",
    "indian": "Plot No. {n}, [Gandhi|Station|Temple] Road, Sector {n}, {place} 302{k}",
    "arabic": "Office {k}, [Al Nahda|Corniche|King Hussein] Street, PO Box {k}, {place}",
    "spanish": "Calle [Mayor|del Sol|de Alcalá] {n}, {place}",
    "european": "[Hafen|Linden|Mühlen]straße {n}, {place}",
}
PHONES = {
    "english": "[+44 113 496 0{k}|+1 (216) 555-0{k}|0113 496 0{k}]",
    "pinyin": "[+86 138 0013 {q}|0086 755 8320 {q}|+86-13900 13{k}{n}]",
    "indian": "[+91 98290 1{q}|+91-141-237{q}]",
    "arabic": "[+971 4 3{k}5{k}|+962 6 55{q}1]",
    "spanish": "[+34 96 3{k} 2{k}|+34 612 {k} {k}]",
    "european": "[+49 40 3{k} {q}|+48 61 8{k} 1{k}|+90 232 4{k} {n}{n}]",
}
GOODS = (
    "copper kettle", "ceramic vase", "wool scarf", "yoga mat", "phone stand", "garden hose",
    "wooden puzzle", "table lamp", "kitchen scale", "leather wallet", "bicycle bell",
    "camping stove", "hair clipper", "tea set", "paper lantern", "duvet cover",
    "coffee grinder", "dog harness", "fishing reel", "picture frame", "wall clock",
    "massage pillow", "game controller", "charging cable", "steel bottle", "baby blanket",
    "bath towel", "desk organiser", "rain jacket", "hiking boot", "cushion cover", "spice jar",
    "plant pot", "board game", "bread tin", "door mat", "reading light", "sewing kit",
    "toy train", "glass teapot", "face serum", "travel bag", "jump rope", "mini projector",
    "water filter", "cutting board", "storage basket", "bird feeder", "wine rack",
)  # fmt: skip
CARRIERS = ("FedEx", "UPS", "DHL Express", "EMS", "DPD", "SF Express", "Royal Mail Tracked")
OLD = ("a local courier", "China Post", "an economy line", "the regular mail", "a cheap forwarder")
ROLES = (
    "quality inspector", "warehouse manager", "packing lead", "shipping clerk",
    "customer service lead", "listing specialist", "purchasing manager", "operations manager",
    "returns clerk", "team leader",
)  # fmt: skip
MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
