"""The appeal in a mail is the sender's own text, all of it and nothing else."""

import io
from email.message import EmailMessage
from pathlib import Path

import pytest
from appeal_lint.formats import mbox, read, read_file
from appeal_lint.model.errors import DraftError

FOLDER = Path(__file__).parent / "inputs"
SAMPLES = FOLDER / "samples"
LETTER = (FOLDER / "sources" / "appeal.txt").read_text(encoding="utf-8")
NOTICE = "Hello from Amazon,\nYour account has been deactivated.\nSeller Performance Team"


def mail(text, subject="Appeal", sender="Mira Halden <mira@kiln.example>", **content):
    one = EmailMessage()
    one["From"], one["To"] = sender, "seller-performance@amazon.com"
    one["Subject"], one["Date"] = subject, "Mon, 04 May 2026 23:12:00 -0700"
    one.set_content(text, **content)
    return one


def blocks(data):
    return [one.text for one in read(bytes(data), "letter.eml").draft.blocks]


def quoted(text):
    return "\n".join(f"> {line}" for line in text.splitlines())


OWN = [one.text for one in read(LETTER.encode(), "letter.txt").draft.blocks]
OWN_BODY = OWN[: OWN.index("Please give us a chance to sell again.") + 1]


@pytest.mark.parametrize("name", ["gmail", "outlook", "apple", "forwarded"])
def test_mails_of_programs_give_the_letter_alone(name):
    letter = read_file(str(SAMPLES / f"{name}.eml"))
    assert [one.text for one in letter.draft.blocks] == OWN_BODY
    assert (letter.about.date, letter.about.author) == ("2026-06-25", "Mira Halden")
    assert ("hold your funds" in letter.notice) == (name != "forwarded")
    assert bool(letter.draft.notes) == (name == "forwarded")


@pytest.mark.parametrize("encoding", ["quoted-printable", "base64", "8bit"])
def test_encodings_of_a_body(encoding):
    assert blocks(mail(LETTER, cte=encoding)) == OWN_BODY


@pytest.mark.parametrize(
    ("label", "text", "encoding"),
    [
        ("iso-8859-1", "We don’t ship late – we hired two men.", "cp1252"),
        ("gb2312", "We hired two men for the checks of parcels 检查兩人.", "gb18030"),
        ("klingon", "We don’t ship late, we hired two men.", "utf-8"),
        ("us-ascii", "We don’t ship late, we hired two men.", "utf-8"),
    ],
)
def test_charsets_that_are_labelled_wrongly(label, text, encoding):
    head = f"From: a@b.example\nContent-Type: text/plain; charset={label}\n\n"
    assert read(head.encode() + text.encode(encoding), "x.eml").draft.source == text


def test_a_sentence_that_looks_like_a_quotation_or_a_closing_stays():
    text = (
        "Dear team,\n\nOn 3 May 2026 at 10:15 the buyer wrote:\n\n“The lamp came broken.”\n\n"
        "Sincerely, we are sorry. We refunded him on 4 May.\n\nThank you.\n\nRoot cause\n\n"
        "We had one packer, and nobody saw to it.\n\nRegards, Li\nLamp Garden\n+86 755 1234\n\n"
        "Enclosed: invoices of May."
    )
    found = blocks(mail(text))
    assert "On 3 May 2026 at 10:15 the buyer wrote:" in found
    assert "Sincerely, we are sorry. We refunded him on 4 May." in found
    assert "Thank you." in found
    assert found[-2:] == ["We had one packer, and nobody saw to it.", "Enclosed: invoices of May."]


def test_lines_that_the_program_wrapped_cut_no_sentence():
    text = (
        "On 9 January Amazon closed our account under the Used Sold as New\n"
        "policy. Five buyers of our lenses complained that the box was open.\n"
        "We hired Ben.\n- We looked at all of the lenses that were on the shelf.\n"
    )
    assert blocks(mail(text)) == [
        "On 9 January Amazon closed our account under the Used Sold as New policy. "
        "Five buyers of our lenses complained that the box was open. We hired Ben.",
        "We looked at all of the lenses that were on the shelf.",
    ]


def test_two_hyphens_above_a_letter_cut_nothing():
    assert blocks(mail(f"Order of 3 May\n--\n{LETTER}"))[-1] == OWN_BODY[-1]


@pytest.mark.parametrize(
    "above",
    [
        "On Mon, May 4, 2026 at 10:12 AM Amazon <notice@amazon.com> wrote:",
        "Am 04.05.26 um 10:12 schrieb Amazon <notice@amazon.de>:",
        "Le 4 mai 2026 à 10:12, Amazon <notice@amazon.fr> a écrit :",
        "El lun, 4 may 2026 a las 10:12, Amazon (<notice@amazon.es>) escribió:",
        "4 May 2026 Pzt, 10:12 tarihinde Amazon <notice@amazon.com.tr> şunu yazdı:",
        "2026年5月4日 10:12，Amazon <notice@amazon.cn> 写道：",
    ],
)
def test_quotations_in_several_languages_are_the_notice(above):
    letter = read(bytes(mail(f"{LETTER}\n\n{above}\n\n{quoted(NOTICE)}\n")), "x.eml")
    assert [one.text for one in letter.draft.blocks] == OWN_BODY
    assert letter.notice == NOTICE


@pytest.mark.parametrize("bar", ["-----Original Message-----\n", "_" * 32 + "\n", ""])
def test_the_blocks_of_outlook_are_the_notice(bar):
    fields = "From: Amazon <notice@amazon.com>\nSent: 4 May 2026\nTo: Mira\nSubject: Notice\n\n"
    letter = read(bytes(mail(f"{LETTER}\n{bar}{fields}{NOTICE}")), "x.eml")
    assert [one.text for one in letter.draft.blocks] == OWN_BODY
    assert letter.notice == NOTICE


def test_an_own_text_below_the_quotation():
    text = f"On Mon, May 4, 2026 at 10:12 AM Amazon <a@amazon.com> wrote:\n{quoted(NOTICE)}\n\n"
    assert blocks(mail(text + LETTER)) == OWN_BODY


def test_a_letter_that_is_attached_to_a_cover_is_read():
    one = mail("Please find our plan of action attached.\n\nMira")
    data = (Path(__file__).parent / "samples" / "letter.docx").read_bytes()
    one.add_attachment(data, maintype="application", subtype="msword", filename="plan.docx")
    letter = read(bytes(one), "cover.eml")
    assert letter.draft.path == "cover.eml"
    assert letter.draft.source == read(data, "plan.docx").draft.source
    assert any("attached" in note for note in letter.draft.notes)


def test_a_letter_with_an_invoice_attached_is_read_itself():
    one = mail(LETTER)
    one.add_attachment("invoice " * 200, filename="invoice.txt")
    assert blocks(one) == OWN_BODY


def test_plain_text_goes_before_the_page_unless_it_only_hints_at_it():
    page = "".join(f"<p>{line}</p>" for line in LETTER.split("\n\n"))
    one = mail("Your program cannot show this.")
    one.add_alternative(f"<html>{page}</html>", subtype="html")
    assert OWN_BODY[1] in blocks(one)
    other = mail(LETTER)
    other.add_alternative("<p>A page that says something else, which is not read.</p>", "html")
    assert blocks(other) == OWN_BODY


@pytest.mark.parametrize(
    ("data", "word"),
    [
        (bytes(mail(NOTICE, sender="Amazon <x@amazon.co.uk>")), "Amazon sent this mail"),
        (
            bytes(mail(f"On 4 May 2026, Amazon <a@amazon.com> wrote:\n{quoted(NOTICE)}")),
            "only what",
        ),
        (b"From: a@b.example\nContent-Type: image/png\n\nabc", "no text"),
        (b"hello", "not an email"),
        (b"From: a@b\n" + b"Content-Type: message/rfc822\n\n" * 3000, "too many mails"),
        (
            b"From: a@b\n"
            + b"".join(
                b'Content-Type: multipart/mixed; boundary="b%d"\n\n--b%d\n' % (at, at)
                for at in range(1000)
            ),
            "too many mails",
        ),
    ],
    ids=["amazon", "quotation", "picture", "no mail", "mails in mails", "parts in parts"],
)
def test_what_is_no_letter_is_said_in_one_line(data, word):
    with pytest.raises(DraftError, match=word) as fault:
        read(data, "x.eml")
    assert "\n" not in str(fault.value)


def test_a_missing_boundary_leaves_the_text():
    head = b"From: a@b.example\nContent-Type: multipart/mixed\n\n"
    assert blocks(head + LETTER.encode())[:2] == OWN_BODY[:2]


BOX = (
    "From a@b Mon May  4 07:00:00 2026\nFrom: Mira <mira@kiln.example>\n\nWe hired two men.\n\n"
    "From 3 May on we check every parcel.\n\n>From then on nothing broke.\n\n"
    "From x@y Tue May  5 07:00:00 2026\nFrom: Amazon <notice@amazon.com>\n\nHello\n\n"
    "From a@b Wed May  6 07:00:00 2026\nFrom: Li <li@lamps.example>\n\nWe hired one woman.\n"
)


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_mailbox_gives_all_mails_but_those_of_amazon(end):
    found = list(mbox.messages(io.BytesIO(BOX.replace("\n", end).encode()), path="in.mbox"))
    assert [(one.number, one.from_amazon) for one in found] == [(1, False), (2, True), (3, False)]
    first = mbox.letter(found[0])
    assert first.draft.path == "in.mbox#1"
    assert [one.text for one in first.draft.blocks] == [
        "We hired two men.",
        "From 3 May on we check every parcel.",
        "From then on nothing broke.",
    ]
    assert mbox.letter(found[2]).about.author == "Li"
    with pytest.raises(DraftError, match="Amazon sent"):
        mbox.letter(found[1])


def test_a_mail_that_is_far_too_large_is_passed_over(monkeypatch):
    monkeypatch.setattr(mbox, "LARGEST_MAIL", 1_000_000)
    parts = BOX.split("We hired two men.")
    box = parts[0] + "we hired\n" * 200_000 + parts[1]
    found = list(mbox.messages(io.BytesIO(box.encode()), path="in.mbox"))
    assert [bool(one.fault) for one in found] == [True, False, False]
    assert "in.mbox#1" in str(found[0].fault)
    assert not found[0].data


def test_another_file_is_no_mailbox(tmp_path):
    (tmp_path / "x.mbox").write_text("Dear team")
    with pytest.raises(DraftError, match="not a mailbox"):
        list(mbox.messages(str(tmp_path / "x.mbox")))


FIELDS = (
    "发件人{0}Amazon<notice@amazon.com>{1}\n{2}{0}2026年5月2日{1}\n收件人{0}mira@kiln.example{1}\n"
)


@pytest.mark.parametrize(
    "above",
    [
        'At 2026-05-02 09:00:00, "Amazon" <notice@amazon.com> wrote:\n\n',
        '在 2026-05-02 09:00:00，"Amazon" <notice@amazon.com> 写道：\n\n',
        "Amazon <notice@amazon.com> 于2026年5月2日周六 09:00写道：\n\n",
        "原始邮件\n\n" + FIELDS.format("：", "", "发件时间") + "主题：Your account\n\n",
        "------------------&nbsp;原始邮件&nbsp;------------------\n"
        + FIELDS.format(":&nbsp;", ";", "发送时间") + "主题:&nbsp;Your account;\n\n",
        "---- 回复的原邮件 ----\n|" + FIELDS.format(" | ", " |", "| 发送日期") + "\n",
        "---- Replied Message ----\n| From | Amazon<notice@amazon.com> |\n"
        "| Date | 05/02/2026 09:00 |\n| To | mira@kiln.example |\n| Subject | Your account |\n\n",
    ],
    ids=["163", "163-zh", "gmail-zh", "qq", "qq-plain", "netease-zh", "netease"],
)  # fmt: skip
def test_what_chinese_mail_programs_quote_is_the_notice_without_signs(above):
    letter = read(bytes(mail(f"{LETTER}\n\n{above}{NOTICE}\n")), "letter.eml")
    assert [one.text for one in letter.draft.blocks] == OWN_BODY
    assert letter.notice.strip() == NOTICE


def test_a_list_in_the_letter_that_looks_like_the_head_of_a_mail_stays():
    text = "We shipped one order late.\n\nFrom: our warehouse\nSent: 3 May\nTo: a buyer in York\n\n"
    last = "We refunded the buyer on 5 May, and hired two packers."
    assert blocks(mail(text + last))[-1] == last


def test_actions_below_the_name_stay():
    actions = "3 May: two packers hired and trained by Ben\n4 May: all 12 buyers refunded in full"
    text = f"We shipped 12 lamps late.\n\nBest regards\nMira Halden\n\n{actions}"
    told = " ".join(blocks(mail(text)))
    assert all(line in told for line in actions.splitlines())
