// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/record/codec.h"
#include "tests/fuzz/mutator.h"
#include "tests/support/campaign.h"

using namespace keywork;
using namespace keywork::test;
using namespace Qt::StringLiterals;

namespace {

QString someDate(Mutator &mutator)
{
    const QDate day = QDate(1880, 1, 1).addDays(mutator.below(365 * 200));
    const QString whole = day.toString(Qt::ISODate);
    return mutator.oneIn(3) ? whole.left(4) : mutator.oneIn(2) ? whole.left(7) : whole;
}

/// Only digits and dashes, nothing before, nothing after.
bool hasForm(const QString &text)
{
    if (text.size() != 4 && text.size() != 7 && text.size() != 10)
        return false;
    for (qsizetype i = 0; i < text.size(); ++i)
        if (i == 4 || i == 7 ? text.at(i) != u'-' : text.at(i) < u'0' || text.at(i) > u'9')
            return false;
    return true;
}

void checkPartial(Campaign &campaign, const QString &text)
{
    const auto date = PartialDate::fromText(text);
    if (!date)
        return;
    campaign.expect(hasForm(text), u"taken for a date: “%1”"_s.arg(text));
    campaign.expect(date->text() == text, u"changed: “%1”"_s.arg(text));
    campaign.expect(date->earliest().isValid() && date->latest().isValid() && date->earliest() <= date->latest(), u"no days: "_s + text);
    campaign.expect(date->isExact() == (date->earliest() == date->latest()), u"neither exact nor open: “%1”"_s.arg(text));
    const auto age = ageOn(*date, QDate(2026, 9, 14));
    campaign.expect(!age || *age >= 0, u"an age below nothing: "_s + text);
}

/// What a column's decoder takes, its encoder writes the same way again.
template <class M> void checkCodec(Campaign &campaign, const QString &text)
{
    const auto value = Codec<M>::decode(text);
    if (value)
        campaign.expect(
            Codec<M>::encode(*value).toString() == text, u"read as “%1”: “%2”"_s.arg(Codec<M>::encode(*value).toString(), text));
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
        checkPartial(campaign, spoiled);
        checkCodec<PartialDate>(campaign, spoiled);
        checkCodec<QDate>(campaign, spoiled);
        const QDateTime at = QDateTime(QDate(2020, 1, 1), QTime(0, 0), Qt::UTC).addMSecs(qint64(mutator.below(1 << 30)) * 300);
        campaign.expect(fromStoredText(toStoredText(at)) == at, u"an instant moved: "_s + toStoredText(at));
        checkCodec<QDateTime>(campaign, mutator.text(toStoredText(at)));
    });
}
