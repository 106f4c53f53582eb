// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/list_export.h"

#include "ui/forms/password_again.h"
#include "ui/forms/record_table.h"
#include "ui/text/words.h"
#include "ui/widgets/file_question.h"

using namespace Qt::StringLiterals;

namespace keywork {

void exportList(
    QWidget *page, const Services &services, const Navigator &navigator, const QString &kind, std::function<Result<ListText>()> list)
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
                const auto text = list();
                if (!text)
                    return text.error();
                const auto left = services.disclosures.leaveList(kind, text->people, {path, text->csv.toUtf8()});
                return left ? Done() : Done(left.error());
            },
            [navigator](const Done &left) { navigator.answer(left, QObject::tr("Exported")); });
    });
}

void exportTable(QWidget *page, const Services &services, const Navigator &navigator, const RecordType &type, const RecordTable *table)
{
    exportList(page, services, navigator, QString::fromLatin1(type.table), [table]() -> Result<ListText> {
        const auto csv = table->model()->csv();
        const auto people = table->model()->people();
        if (!csv || !people)
            return csv ? people.error() : csv.error();
        return ListText{*csv, *people};
    });
}

} // namespace keywork
