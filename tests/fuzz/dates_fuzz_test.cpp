// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/record/codec.h"
#include "tests/fuzz/mutator.h"
#include "tests/fuzz/promises.h"
#include "tests/support/campaign.h"

namespace keywork::test::dates_fuzz_test {

using namespace Qt::StringLiterals;

namespace {

QString someDate(Mutator &mutator)
{
    const QDate day = QDate(1880, 1, 1).addDays(mutator.below(365 * 200));
    const QString whole = day.toString(Qt::ISODate);
    return mutator.oneIn(3) ? whole.left(4) : mutator.oneIn(2) ? whole.left(7) : whole;
}

} // namespace

TEST_CASE("A date comes back as it was written or is refused")
{
    qputenv("TZ", "Europe/London"); // the hour that is left out in March must not be lost in a stored instant
    Campaign campaign(u"dates"_s, {20'000, 1'000'000});
    campaign.run([&](quint32 seed) {
        Mutator mutator(seed);
        const QString good = someDate(mutator);
        campaign.expect(bool(PartialDate::fromText(good)), u"refused: "_s + good);
        const QString spoiled
            = mutator.oneIn(12) ? good + mutator.pick(QList<QString>{u"\n"_s, u"T"_s, u" noon"_s, u"\u2028"_s}) : mutator.text(good);
        campaign.holds(brokenByDate(spoiled));
        const QDateTime at = QDateTime(QDate(2020, 1, 1), QTime(0, 0), Qt::UTC).addMSecs(qint64(mutator.below(1 << 30)) * 300);
        campaign.expect(fromStoredText(toStoredText(at)) == at, u"an instant moved: "_s + toStoredText(at));
        campaign.holds(brokenByDate(mutator.text(toStoredText(at))));
    });
}

} // namespace keywork::test::dates_fuzz_test
