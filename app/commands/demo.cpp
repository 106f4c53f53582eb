// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/commands.h"
#include "app/demo/demo_hostel.h"

#include <array>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

struct WantedNumber {
    const char *option;
    int most;
    int &into; ///< keeps what it holds when the option is not given
};

/// Whether the option is missing or a whole number from 1 to the most; says so otherwise.
bool readNumber(const Request &request, const WantedNumber &wanted, Output output)
{
    const QString name = QString::fromLatin1(wanted.option);
    if (!request.options.contains(name))
        return true;
    bool isNumber = false;
    const QString typed = request.options.value(name);
    const int number = typed.toInt(&isNumber);
    if (isNumber && number >= 1 && number <= wanted.most) {
        wanted.into = number;
        return true;
    }
    output.err << said("--%1 takes a whole number from 1 to %2, not “%3”.").arg(name, QString::number(wanted.most), typed) << '\n';
    return false;
}

bool readNumbers(const Request &request, DemoWish &wish, Output output)
{
    int seed = int(wish.seed);
    const std::array numbers{WantedNumber{"people", kMostDemoPeople, wish.people}, WantedNumber{"years", kMostDemoYears, wish.years},
        WantedNumber{"beds", kMostDemoBeds, wish.beds}, WantedNumber{"seed", 2'000'000'000, seed}};
    for (const WantedNumber &wanted : numbers)
        if (!readNumber(request, wanted, output))
            return false;
    wish.seed = quint32(seed);
    return true;
}

} // namespace

int runDemo(const Request &request, Output output)
{
    DemoWish wish;
    if (!readNumbers(request, wish, output))
        return WrongUsage;
    wish.end = request.options.contains(u"end"_s) ? QDate::fromString(request.options.value(u"end"_s), Qt::ISODate) : SystemClock().today();
    if (!wish.end.isValid()) {
        output.err << said("--end takes a date like 2026-09-14, not “%1”.").arg(request.options.value(u"end"_s)) << '\n';
        return WrongUsage;
    }
    if (request.options.contains(u"password-file"_s)) {
        const auto password = readPassword(request.options.value(u"password-file"_s), output);
        if (!password)
            return Failed;
        wish.password = *password;
    }
    if (Done made = makeDemoHostel(request.names.first(), wish); !made)
        return fail(output, made.error(), request.names.first());
    output.out << request.names.first() << ": "
               << said("%1 people over %2 years, %3 beds. Sign in as “%4”.")
                      .arg(QString::number(wish.people), QString::number(wish.years), QString::number(bedsOf(wish)), kDemoManager)
               << '\n';
    return Finished;
}

} // namespace keywork
