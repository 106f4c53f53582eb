// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/house/guidance.h"
#include "tests/support/command_bench.h"
#include "tests/support/services.h"

namespace keywork::test::print_guidance_test {

using namespace Qt::StringLiterals;

namespace {

/// A hostel that nobody has open, and its manager at the command line.
struct PrintBench : CommandBench {
    TestHostel hostel;
    PrintBench()
    {
        hostel.hostel.reset();
        hostel.file.reset();
        path = hostel.path;
        write(u"pw"_s, kPassword.toUtf8() + '\n');
    }
    int signedIn(const QStringList &arguments)
    {
        return run(arguments + QStringList{u"--user"_s, kManager, u"--password-file"_s, inFolder(u"pw"_s)});
    }
};

} // namespace

TEST_CASE("keywork print guidance writes a page, a poster of one page and a leaflet, and names the pages for a wrong key")
{
    PrintBench bench;
    REQUIRE_FALSE(shippedGuidance().isEmpty());
    const QString key = shippedGuidance().first().key;
    for (const QString &paper : {u"page"_s, u"poster"_s, u"leaflet"_s}) {
        const QString path = bench.inFolder(paper + u".pdf"_s);
        INFO(paper.toStdString());
        REQUIRE(bench.signedIn({u"print"_s, u"guidance"_s, bench.path, u"--page"_s, key, u"--as"_s, paper, u"--out"_s, path}) == Finished);
        CHECK(contentOf(path).startsWith("%PDF"));
        if (paper == u"poster")
            CHECK(bench.out.contains(u"1 page"_s));
        CHECK(bench.signedIn({u"print"_s, u"guidance"_s, bench.path, u"--page"_s, key, u"--as"_s, paper, u"--out"_s, path}) == Failed);
    }
    const QString other = bench.inFolder(u"other.pdf"_s);
    CHECK(bench.signedIn({u"print"_s, u"guidance"_s, bench.path, u"--page"_s, u"nothing"_s, u"--out"_s, other}) == Failed);
    CHECK(bench.err.contains(u"There is no page “nothing”."_s));
    CHECK(bench.err.contains(key));
    CHECK_FALSE(QFile::exists(other));
}

TEST_CASE("What does not fit together in keywork print is said before any file is opened")
{
    PrintBench bench;
    const QString out = bench.inFolder(u"x.pdf"_s);
    struct Slip {
        QStringList typed;
        QString said;
    };
    const QList<Slip> slips{
        {{u"print"_s, u"guidance"_s, bench.path, u"--out"_s, out}, u"“--page” is missing."_s},
        {{u"print"_s, u"guidance"_s, bench.path, u"--page"_s, u"the_law"_s, u"--as"_s, u"banner"_s, u"--out"_s, out},
            u"“--as” is page, poster or leaflet."_s},
        {{u"print"_s, u"guidance"_s, bench.path, u"--page"_s, u"the_law"_s, u"--person"_s, u"P-0001"_s, u"--out"_s, out},
            u"Guidance is about nobody"_s},
        {{u"print"_s, u"care-plan"_s, bench.path, u"--out"_s, out}, u"Whose? Please say the number of the resident"_s},
        {{u"print"_s, u"care-plan"_s, bench.path, u"--person"_s, u"P-0001"_s, u"--page"_s, u"the_law"_s, u"--out"_s, out},
            u"“--page” and “--as” are for guidance."_s},
    };
    for (const Slip &slip : slips) {
        INFO(slip.typed.join(u' ').toStdString());
        CHECK(bench.signedIn(slip.typed) == WrongUsage);
        INFO(bench.err.toStdString());
        CHECK(bench.err.contains(slip.said));
        CHECK_FALSE(QFile::exists(out));
    }
}

} // namespace keywork::test::print_guidance_test
