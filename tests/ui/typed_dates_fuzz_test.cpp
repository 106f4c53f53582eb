// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/partial_date.h"
#include "tests/support/campaign.h"
#include "ui/forms/date_text.h"
#include "ui/text/words.h"

#include <QRandomGenerator>

namespace keywork::test::typed_dates_fuzz_test {

using namespace Qt::StringLiterals;

namespace {

QString somethingTyped(QRandomGenerator &random)
{
    static const QList<QString> parts{u"14"_s, u"9"_s, u"2026"_s, u"81"_s, u"0"_s, u"31"_s, u"feb"_s, u"september"_s, u"/"_s, u"-"_s,
        u"."_s, u" "_s, u"+"_s, u"999"_s, u"d"_s, u"w"_s, u"m"_s, u"y"_s, u"next"_s, u"last"_s, u"tue"_s, u"today"_s, u"٣"_s, u"\n"_s,
        u"\u202e"_s, u"9999"_s, u"0000"_s, u"%1"_s};
    QString typed;
    for (int count = 1 + int(random.bounded(6U)); count > 0; --count)
        typed += parts.at(qsizetype(random.bounded(quint32(parts.size()))));
    return typed;
}

} // namespace

TEST_CASE("Whatever is typed as a date is a real day or none, and what is shown for it reads as the same day")
{
    Campaign campaign(u"typed dates"_s, {20'000, 1'000'000});
    campaign.run([&](quint32 seed) {
        QRandomGenerator random(seed);
        const QDate today = QDate(2020, 1, 1).addDays(qint64(random.bounded(4000U)));
        const QString typed = somethingTyped(random);
        if (const auto day = dayFromText(typed, today)) {
            campaign.expect(day->isValid(), u"no day: “%1”"_s.arg(typed));
            const bool inRange = day->year() >= 1000 && day->year() <= 9999;
            campaign.expect(!inRange || dayFromText(words::date(*day), today) == day, u"“%1” is shown as another day"_s.arg(typed));
            campaign.expect(!inRange || dayFromText(day->toString(Qt::ISODate), today) == day, u"“%1” does not come back"_s.arg(typed));
            for (const DayRange &range : {kHappened, kToCome, kEitherWay})
                campaign.expect(!inRange || dayFromText(words::dayInFull(*day), today, range) == day,
                    u"“%1” is shown in full as another day"_s.arg(typed));
        }
        const QString partial = partialFromText(typed, today);
        if (partial.isEmpty())
            return;
        const auto known = PartialDate::fromText(partial);
        campaign.expect(known && known->text() == partial, u"“%1” gives no stored form: %2"_s.arg(typed, partial));
        campaign.expect(!known || known->earliest().year() < 1000 || partialFromText(words::partialDate(*known), today) == partial,
            u"“%1” is shown as another"_s.arg(typed));
    });
}

} // namespace keywork::test::typed_dates_fuzz_test
