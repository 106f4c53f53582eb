// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/inputs/table_input.h"

#include "core/forms/form.h"
#include "core/record/table_text.h"
#include "core/services/services.h"
#include "ui/theme/theme.h"
#include "ui/widgets/parts.h"

#include <QGridLayout>
#include <QLineEdit>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace keywork {

TableInput::TableInput(const Field &field, const Services &services)
    : FieldInput(field, services)
    , m_grid(new QGridLayout(this))
{
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(6);
    m_grid->setVerticalSpacing(4);
    // Large text has no room for columns: each cell says itself what belongs into it.
    for (qsizetype column = 0; column < field.columns->size() && !Theme::isLarge(); ++column)
        m_grid->addWidget(label(field.columns->at(column), "soft", true), 0, int(column));
    addRow();
}

void TableInput::addRow()
{
    const QStringList &titles = *field().columns;
    const qsizetype row = m_rows.size();
    QList<QLineEdit *> cells;
    for (qsizetype i = 0; i < titles.size(); ++i) {
        auto *cell = new QLineEdit;
        cell->setMaxLength(int(form_limits::kCell));
        cell->setObjectName(u"%1-%2-%3"_s.arg(column(), QString::number(row), QString::number(i)));
        cell->setAccessibleName(tr("%1, row %2").arg(titles.at(i)).arg(row + 1));
        if (Theme::isLarge())
            cell->setPlaceholderText(titles.at(i));
        connect(cell, &QLineEdit::textEdited, this, [this] {
            growIfFull();
            Q_EMIT edited();
        });
        if (Theme::isLarge())
            m_grid->addWidget(cell, int(row * titles.size() + i), 0);
        else
            m_grid->addWidget(cell, int(row + 1), int(i));
        cells.append(cell);
    }
    m_rows.append(cells);
    if (row == 0)
        setFocusProxy(cells.isEmpty() ? nullptr : cells.first());
    else if (!m_rows.at(row - 1).isEmpty() && !cells.isEmpty())
        setTabOrder(m_rows.at(row - 1).last(), cells.first());
    for (qsizetype i = 1; i < cells.size(); ++i)
        setTabOrder(cells.at(i - 1), cells.at(i));
}

bool TableInput::isBlankRow(qsizetype row) const
{
    const QList<QLineEdit *> &cells = m_rows.at(row);
    return std::all_of(cells.cbegin(), cells.cend(), [](const QLineEdit *cell) { return cell->text().trimmed().isEmpty(); });
}

void TableInput::growIfFull()
{
    if (m_rows.size() < form_limits::kRows && !isBlankRow(m_rows.size() - 1))
        addRow();
}

QVariant TableInput::value() const
{
    QList<QStringList> rows;
    for (const QList<QLineEdit *> &cells : m_rows) {
        QStringList row;
        for (const QLineEdit *cell : cells)
            row.append(cell->text().trimmed());
        rows.append(row);
    }
    return tableText(rows);
}

void TableInput::setValue(const QVariant &value)
{
    const QList<QStringList> rows = tableRows(value.toString(), field().columns->size());
    while (m_rows.size() < std::min(rows.size() + 1, form_limits::kRows))
        addRow();
    for (qsizetype row = 0; row < m_rows.size(); ++row)
        for (qsizetype i = 0; i < m_rows.at(row).size(); ++i)
            m_rows.at(row).at(i)->setText(row < rows.size() ? rows.at(row).at(i) : QString());
}

} // namespace keywork
