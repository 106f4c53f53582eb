// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/progress.h"
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

/// The last day of the demonstration: not before its residents were born, and not one on which all would still be to come.
bool readEnd(const Request &request, DemoWish &wish, Output output)
{
    const QDate today = SystemClock().today();
    wish.end = today;
    if (!request.options.contains(u"end"_s))
        return true;
    const QString typed = request.options.value(u"end"_s);
    wish.end = dayFromStored(typed);
    if (wish.end.isValid() && wish.end >= kEarliestDemoEnd && wish.end <= today)
        return true;
    output.err << said("--end takes a date like 2026-09-14, from %1 to today (%2), not “%3”.")
                      .arg(kEarliestDemoEnd.toString(Qt::ISODate), today.toString(Qt::ISODate), typed)
               << '\n';
    return false;
}

/// Nothing was typed that could be lost: what counts is the room, and that nothing is left.
int failToMake(Output output, const Error &error, const QString &path)
{
    if (error.kind == ErrorKind::NoRoom || error.kind == ErrorKind::Storage) {
        output.err << path << ": "
                   << (error.kind == ErrorKind::NoRoom
                              ? said("There is not enough room on this disk for the demonstration. Nothing was left behind.")
                              : said("The demonstration could not be written. Nothing was left behind. (%1)").arg(error.detail))
                   << '\n';
        return Failed;
    }
    // A field's name and a rule say nothing to whoever asked for a demonstration.
    if (error.kind == ErrorKind::Invalid && !error.violations.isEmpty() && error.violations.first().column != u"password") {
        output.err << path << ": "
                   << said("The demonstration could not be made for this day and seed; that is a fault of the program. Nothing was left "
                           "behind. Please try another --seed.")
                   << '\n';
        return Failed;
    }
    return fail(output, error, path);
}

} // namespace

int runDemo(const Request &request, Output output)
{
    DemoWish wish;
    if (!readNumbers(request, wish, output))
        return WrongUsage;
    if (!readEnd(request, wish, output))
        return WrongUsage;
    if (request.options.contains(u"password-file"_s)) {
        const auto password = readPassword(request.options.value(u"password-file"_s), output);
        if (!password)
            return Failed;
        wish.password = *password;
    }
    const Done made = [&] {
        Progress progress(request, output, said("Making the demonstration"));
        wish.lived = [&progress](qint64 day, qint64 days) { progress.reached(day, days); };
        return makeDemoHostel(request.names.first(), wish);
    }();
    if (!made)
        return failToMake(output, made.error(), request.names.first());
    output.out << request.names.first() << ": "
               << said("%1 people over %2 years, %3 beds. Sign in as “%4”.")
                      .arg(QString::number(wish.people), QString::number(wish.years), QString::number(bedsOf(wish)), kDemoManager)
               << '\n';
    return Finished;
}

} // namespace keywork
