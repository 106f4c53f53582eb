// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/dose_there.h"

using namespace Qt::StringLiterals;

namespace keywork {

DoseThere doseThere(const HospitalStay &stay)
{
    switch (stay.doseGiven.value_or(DoseGiven::NotKnown)) {
    case DoseGiven::Yes:
        return DoseThere::Yes;
    case DoseGiven::NotKnown:
        return DoseThere::NotKnown;
    case DoseGiven::No:
    case DoseGiven::NoneDue:
        break;
    }
    return DoseThere::No;
}

DoseThere doseThere(const CustodySpell &spell)
{
    const QString &said = spell.doseGiven.code;
    return said == u"yes" ? DoseThere::Yes : said == u"no" || said == u"no_dose" ? DoseThere::No : DoseThere::NotKnown;
}

} // namespace keywork
