// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/sharing.h"
#include "core/storage/database.h"
#include "core/storage/query.h"
#include "tests/support/test_hostel.h"

namespace keywork::test {

using namespace Qt::StringLiterals;

inline int historyRows(TestHostel &hostel)
{
    return valueOf(hostel.services().records.database(), u"SELECT count(*) FROM history"_s)->toInt();
}

inline ErrorKind kindOfError(const auto &result)
{
    REQUIRE_FALSE(bool(result));
    return result.error().kind;
}

inline Kept<Agency> anAgency(TestHostel &hostel, const QString &name = u"Wellbeing drug service"_s)
{
    Agency agency;
    agency.name = name;
    agency.category = {u"drug_alcohol_treatment"_s};
    return need(hostel.services().records.add(agency));
}

/// Makes a member of the team with a password and signs in as them.
inline void signInAs(TestHostel &hostel, const QString &name, Role role)
{
    const QString password = u"correct-horse-staple"_s;
    const auto member = need(hostel.services().records.add(Staff{.name = name, .role = role}));
    need(hostel.services().accounts.give(member, password));
    hostel.hostel.reset();
    auto opened = hostel.file->signIn(name, password);
    hostel.hostel = std::move(need(opened));
}

inline SharingAgreement agreement(Id<Person> person, Id<Agency> agency)
{
    SharingAgreement given;
    given.personId = person;
    given.agencyId = agency;
    given.state = AgreementState::InPart;
    given.fromOn = QDate(2026, 9, 2);
    given.untilOn = QDate(2027, 3, 2);
    return given;
}

class TextRenderer final : public DocumentRenderer {
public:
    QByteArray referralPdf(const ReferralContent &content) const override
    {
        QString text = content.person + content.reason;
        for (const ReferralSection &section : content.sections) {
            text += u'\n' + QString::fromLatin1(codeOf(section.category));
            for (const auto &[label, value] : section.lines)
                text += u'\n' + label + u": "_s + value;
            for (const QStringList &row : section.rows)
                text += u'\n' + row.join(u'|');
        }
        return text.toUtf8();
    }
};

} // namespace keywork::test
