#!/bin/sh
# Makes the samples of PDF, HTML and tables anew from their sources, with LibreOffice, pdftoppm and Pillow:
# tests/formats/make_samples_inputs.sh
# The mails in inputs/samples/*.eml are written by hand, as the programs in their names write them.
set -eu
cd "$(dirname "$0")/inputs"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
convert() {
    soffice --headless --norestore "-env:UserInstallation=file://$work/profile" "$@" > /dev/null
}
sed 's/fo:column-count="1"/fo:column-count="2"/' sources/appeal.fodt > "$work/columns.fodt"
convert --convert-to pdf --outdir samples sources/appeal.fodt "$work/columns.fodt"
convert --convert-to html --outdir samples sources/appeal.fodt
pdftoppm -r 50 -gray -png -f 1 -l 1 samples/appeal.pdf "$work/scan"
"${PYTHON:-python3}" -c 'import sys; from PIL import Image; Image.open(sys.argv[1]).save(sys.argv[2])' \
    "$work"/scan-*.png samples/scan.pdf
convert --infilter=CSV:44,34,76,1,,1033,true,true --convert-to xlsx --outdir samples sources/appeals.csv
# semicolons, Windows Western
convert --convert-to 'csv:Text - txt - csv (StarCalc):59,34,ANSI,1' --outdir samples samples/appeals.xlsx
