// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/list_export.h"

#include "ui/text/words.h"
#include "ui/widgets/file_question.h"

using namespace Qt::StringLiterals;

namespace keywork {

void exportList(QWidget *page, const Services &services, const Navigator &navigator, const QString &kind, std::function<QString()> csv)
{
    const FileQuestion question{.title = QObject::tr("Export CSV"),
        .wanted = FileQuestion::Wanted::NewFile,
        .name = kind + u".csv"_s,
        .filter = QObject::tr("CSV files (*.csv)"),
        .suffix = u"csv"_s};
    askForFile(page, question, [services, navigator, kind, csv = std::move(csv)](const QString &path) {
        if (!services.records.session().may(Act::Share, Category::Identity)) {
            navigator.say(words::error({ErrorKind::NotPermitted, {}, {}}));
            return;
        }
        Done done = services.records.note("exported", kind, 0, 0);
        if (done)
            done = writeDurably(path, csv().toUtf8());
        navigator.say(done ? QObject::tr("Exported") : words::error(done.error()));
    });
}

} // namespace keywork
