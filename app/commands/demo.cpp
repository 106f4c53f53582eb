// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/commands.h"
#include "app/demo_hostel.h"

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

std::optional<int> numberIn(const Request &request, const QString &name, int standard, int most)
{
    if (!request.options.contains(name))
        return standard;
    bool isNumber = false;
    const int number = request.options.value(name).toInt(&isNumber);
    return isNumber && number >= 1 && number <= most ? std::optional(number) : std::nullopt;
}

} // namespace

int runDemo(const Request &request, Output output)
{
    DemoWish wish;
    const auto people = numberIn(request, u"people"_s, 40, 10'000);
    const auto years = numberIn(request, u"years"_s, 2, 20);
    const auto seed = numberIn(request, u"seed"_s, 7, 2'000'000'000);
    wish.end = request.options.contains(u"end"_s) ? QDate::fromString(request.options.value(u"end"_s), Qt::ISODate) : SystemClock().today();
    if (!people || !years || !seed || !wish.end.isValid()) {
        output.err << said("People must be 1 to 10000, years 1 to 20, the seed a whole number from 1, the end a date like 2026-09-14.")
                   << '\n';
        return WrongUsage;
    }
    wish.people = *people;
    wish.years = *years;
    wish.seed = quint32(*seed);
    if (request.options.contains(u"password-file"_s)) {
        const auto password = readPassword(request.options.value(u"password-file"_s));
        if (!password)
            return fail(output, password.error(), request.options.value(u"password-file"_s));
        wish.password = *password;
    }
    if (Done made = makeDemoHostel(request.names.first(), wish); !made)
        return fail(output, made.error(), request.names.first());
    output.out
        << request.names.first() << ": "
        << said("%1 people over %2 years. Sign in as “%3”.").arg(QString::number(wish.people), QString::number(wish.years), kDemoManager)
        << '\n';
    return Finished;
}

} // namespace keywork
