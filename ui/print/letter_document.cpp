// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/print/letter_document.h"

#include "core/domain/house.h"
#include "core/services/records/records.h"
#include "ui/print/house_paper.h"
#include "ui/print/say.h"
#include "ui/text/words.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace keywork::print {

Result<Document> advocacyLetter(const Services &services, const Advocacy &advocacy, LetterWay way)
{
    const auto address = addressOf(services, advocacy);
    const auto person = services.records.one(advocacy.personId);
    const auto houses = services.records.all<House>();
    if (!address || !person || !houses)
        return !address ? address.error() : !person ? person.error() : houses.error();
    const House house = houses->isEmpty() ? House() : houses->first().value;
    const QString about = say("About %1").arg(person->value.displayName());
    Document document;
    document.title = about;
    document.footLeft = house.name;
    document.footMiddle = about + u" · "_s + say("contains sensitive personal data");
    document.add(
        sideBySide(text({{address->join(u'\n')}}, 11, 0), rightText(house.name + u'\n' + house.address + u'\n' + house.telephone), 0.6));
    document.add(text({{words::longDate(services.records.today()), false, true}}, 10.5, 14));
    document.add(text({{about, true, false}}, 12, 10));
    for (const QString &paragraph : advocacy.letter.trimmed().split(u'\n', Qt::SkipEmptyParts)) {
        document.add(flowing(paragraph.trimmed(), 11));
        document.add(text({}, 11, 5));
    }
    if (way == LetterWay::ThroughThem)
        document.add(boxed({text({{say("I have read this letter, or it was read to me, and I want it sent.")}}, 11, 6),
            signatureLines(say("Signed"), say("Date"))}));
    return document;
}

} // namespace keywork::print
