#!/bin/sh
# Makes the sample files anew from their sources, with LibreOffice: tests/formats/make_samples.sh
set -eu
cd "$(dirname "$0")"
profile=$(mktemp -d)
trap 'rm -rf "$profile"' EXIT
for kind in docx odt rtf doc; do
    soffice --headless --norestore "-env:UserInstallation=file://$profile" \
        --convert-to "$kind" --outdir samples sources/*.fodt
done
rm -f samples/tracked.doc
