// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What somebody types into a date field, and what a file holds in a column of dates.
#include "core/base/partial_date.h"
#include "tests/fuzz/guided/guided.h"
#include "tests/fuzz/promises.h"
#include "ui/forms/date_text.h"

using namespace keywork;
using namespace keywork::test;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const QDate today(2026, 9, 14);
    const QString text = QString::fromUtf8(asArray(data, size));
    hold(brokenByDate(text));
    const auto day = dayFromText(text, today);
    hold(!day || day->isValid(), "no day");
    const bool inRange = day && day->year() >= 1000 && day->year() <= 9999;
    hold(!inRange || dayFromText(day->toString(Qt::ISODate), today) == day, "a day does not come back");
    if (const QString partial = partialFromText(text, today); !partial.isEmpty()) {
        const auto known = PartialDate::fromText(partial);
        hold(known && known->text() == partial, "typed, and no stored form");
    }
    return 0;
}
