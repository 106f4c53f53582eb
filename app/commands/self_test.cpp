// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/commands.h"
#include "app/demo/demo_hostel.h"
#include "core/services/keeping/hostel_file.h"
#include "core/services/records/finding.h"
#include "ui/print/care_plan_document.h"

#include <QFontDatabase>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;

namespace keywork {

/// Makes a small hostel with real keys, closes it, opens it, checks it and prints from it: what this PC has to be able to.
int selfTest(Output output)
{
    bool well = true;
    const auto say = [&](const QString &what, bool good) {
        output.out << (good ? said("ok      ") : said("FAILED  ")) << what << '\n';
        well = well && good;
    };
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"self-test.keywork"_s);
    DemoWish wish;
    wish.people = 3;
    wish.years = 1;
    wish.end = SystemClock().today();
    say(said("make an encrypted file"), folder.isValid() && makeDemoHostel(path, wish));
    const SystemClock clock;
    auto file = HostelFile::choose(path, clock);
    say(said("take the lock"), bool(file));
    if (!file)
        return Failed;
    say(said("refuse a wrong password"), !(*file)->signIn(kDemoManager, u"not the password"_s));
    auto hostel = (*file)->signIn(kDemoManager, wish.password);
    say(said("open it with the right one"), bool(hostel));
    if (!hostel)
        return Failed;
    const auto problems = (*hostel)->problems();
    say(said("every page, key and reference in order"), problems && problems->isEmpty());
    const auto found = (*hostel)->services().finding.find(u"Barker"_s);
    say(said("find a resident"), found && !found->isEmpty());
    print::Document document;
    document.add(print::text({{u"Keywork"_s}}));
    say(said("make a PDF"), document.toPdf().startsWith("%PDF"));
    say(said("the font Inter is installed"), QFontDatabase::families().contains(u"Inter"_s));
    return well ? Finished : Failed;
}

} // namespace keywork
