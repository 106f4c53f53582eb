// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/list_export.h"

#include "core/domain/kinds.h"
#include "core/services/keeping/hostel_file.h"
#include "core/services/records/records.h"
#include "core/services/sharing/disclosures.h"
#include "ui/forms/password_again.h"
#include "ui/forms/record_table.h"
#include "ui/pages/record_print.h"
#include "ui/print/doses_beside.h"
#include "ui/print/house_paper.h"
#include "ui/print/list_document.h"
#include "ui/text/list_text.h"
#include "ui/text/words.h"
#include "ui/widgets/file_question.h"
#include "ui/widgets/parts.h"

#include <QLineEdit>

using namespace Qt::StringLiterals;

namespace keywork {

void exportList(QWidget *page, const Services &services, const Navigator &navigator, const QString &kind, MakeList list)
{
    const FileQuestion question{.title = QObject::tr("Export CSV"),
        .wanted = FileQuestion::Wanted::NewFile,
        .name = kind + u".csv"_s,
        .filter = QObject::tr("CSV files (*.csv)"),
        .suffix = u"csv"_s};
    askForFile(page, question, [page, services, navigator, kind, list = std::move(list)](const QString &path) {
        withPassword(
            page, services, QObject::tr("Export a list of residents"),
            [services, kind, list, path]() -> Done {
                const auto text = list(ListReader::Spreadsheet);
                if (!text)
                    return text.error();
                const QByteArray bytes = csvOfList(text->labels, text->lines).toUtf8();
                const auto left = services.disclosures.leaveList(kind, text->people, {path, bytes, IfThere::Replace});
                return left ? Done() : Done(left.error());
            },
            [navigator](const Done &left) { navigator.answer(left, QObject::tr("Exported")); });
    });
}

namespace {

/// A list of one resident's tab says whose it is.
QString whoIsIn(const Services &services, const QList<Id<Person>> &people)
{
    if (people.size() != 1)
        return people.isEmpty() ? QString() : QObject::tr("%1 residents").arg(people.size());
    const auto person = services.records.one(people.first());
    return person ? print::whoseIs(person->value) : QString();
}

Result<Printout> printoutOf(const Services &services, const QString &kind, const ListText &text)
{
    const auto about = services.disclosures.aboutPaper(DisclosureKind::ListExport, kind, text.people, {});
    if (!about)
        return about.error();
    if (Done confirmed = services.records.checkConfirmed(); !confirmed)
        return confirmed.error();
    const RecordType *type = kindOf(kind);
    const auto doses = type && text.people.size() == 1 && type != &recordType<Person>()
        ? print::dosesBeside(services, *type, text.people.first())
        : Result<QStringList>(QStringList());
    const auto document = doses
        ? print::listDocument(services, {text.title, whoIsIn(services, text.people), text.filter, text.labels, text.lines, *doses})
        : Result<print::Document>(doses.error());
    if (!document)
        return document.error();
    return Printout{.document = *document, .title = text.title, .fileName = kind, .about = *about};
}

} // namespace

void printList(QWidget *page, const Services &services, const Navigator &navigator, const QString &kind, MakeList list)
{
    const auto ready = std::make_shared<std::optional<Printout>>();
    withPassword(
        page, services, QObject::tr("Print a list of residents"),
        [services, kind, list = std::move(list), ready]() -> Done {
            const auto text = list(ListReader::People);
            if (!text)
                return text.error();
            const auto printout = printoutOf(services, kind, *text);
            if (!printout)
                return printout.error();
            *ready = *printout;
            return {};
        },
        [navigator, ready](const Done &done) {
            if (!done)
                navigator.refuse(done.error());
            else
                navigator.preview(**ready);
        });
}

void addExits(QLayout *line, QWidget *page, const Services &services, const Navigator &navigator, const QString &kind, MakeList list)
{
    if (!mayTakeAlong(services))
        return;
    auto *print = button(QObject::tr("Print"));
    print->setObjectName(u"printList"_s);
    QObject::connect(print, &QPushButton::clicked, page, [=, navigator = navigator] { printList(page, services, navigator, kind, list); });
    auto *file = button(QObject::tr("Export CSV"));
    file->setObjectName(u"exportList"_s);
    QObject::connect(file, &QPushButton::clicked, page, [=, navigator = navigator] { exportList(page, services, navigator, kind, list); });
    line->addWidget(print);
    line->addWidget(file);
}

MakeList listOf(const RecordType &type, const RecordTable *table)
{
    return [&type, table](ListReader reader) -> Result<ListText> {
        const auto lines = table->model()->allCells(reader);
        const auto people = table->model()->people();
        if (!lines || !people)
            return lines ? people.error() : lines.error();
        return ListText{words::label(type.titleMany), table->filter()->text().trimmed(), table->model()->labels(), *lines, *people};
    };
}

} // namespace keywork
