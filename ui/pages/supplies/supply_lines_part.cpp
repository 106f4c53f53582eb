// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/supplies/supply_lines_part.h"

#include "core/services/house/supplies.h"
#include "core/services/records/families.h"
#include "core/services/records/records.h"
#include "ui/text/words_errors.h"
#include "ui/widgets/parts.h"

#include <QGridLayout>
#include <QJsonObject>
#include <QKeyEvent>
#include <QLineEdit>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

// Columns of the grid.
constexpr int kWhatColumn = 0;
constexpr int kGivenColumn = 1;
constexpr int kReturnedColumn = 2;
constexpr int kLeftColumn = 3;

/// A number as it is kept; what is none stays as it was typed, so that the check can say so.
QVariant numberTyped(const QLineEdit *edit)
{
    const QString text = edit ? edit->text().trimmed() : QString();
    if (text.isEmpty())
        return qint64(0);
    bool isWhole = false;
    const qint64 number = text.toLongLong(&isWhole);
    return isWhole ? QVariant(number) : QVariant(text);
}

QString shownNumber(const QVariant &value)
{
    return value.typeId() == QMetaType::QString ? value.toString() : value.toLongLong() == 0 ? QString() : value.toString();
}

} // namespace

SupplyLinesPart::SupplyLinesPart(const Services &services, QWidget *parent)
    : QWidget(parent)
    , m_services(services)
    , m_grid(new QGridLayout(this))
{
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(12);
    m_grid->setVerticalSpacing(4);
    m_grid->addWidget(label(tr("What"), "soft"), 0, kWhatColumn);
    m_grid->addWidget(label(tr("Given"), "soft"), 0, kGivenColumn);
    m_grid->addWidget(label(tr("Brought back"), "soft"), 0, kReturnedColumn);
    m_grid->setColumnStretch(kWhatColumn, 2); // a number stands near what it counts
    m_grid->setColumnStretch(kLeftColumn, 5);
    QHash<qint64, QString> left;
    if (const auto shelf = services.supplies.shelf())
        for (const ItemOnShelf &one : *shelf)
            if (one.left)
                left.insert(one.item.id.value, one.isToCount() ? tr("to be counted") : tr("%1 left").arg(*one.left));
    const auto offered = services.supplies.offered(services.records.today());
    if (!offered)
        return;
    for (const Kept<SupplyItem> &item : *offered)
        addLine(item, left.value(item.id.value));
    if (offered->isEmpty())
        m_grid->addWidget(
            label(tr("Nothing is on file that can be handed out. A manager adds it under “What we hand out”."), "soft", true), 1, 0, 1, 4);
}

QLineEdit *SupplyLinesPart::addNumber(int row, int column, const QString &name, const QString &hears)
{
    auto *edit = new QLineEdit;
    edit->setObjectName(name);
    edit->setAccessibleName(hears);
    edit->setMaximumWidth(edit->fontMetrics().horizontalAdvance(u"000000000"_s));
    edit->installEventFilter(this);
    m_grid->addWidget(edit, row, column);
    connect(edit, &QLineEdit::textEdited, this, &SupplyLinesPart::edited);
    return edit;
}

SupplyLinesPart::Line &SupplyLinesPart::addLine(const Kept<SupplyItem> &item, const QString &left)
{
    const int row = 1 + 2 * int(m_lines.size());
    const QString id = QString::number(item.id.value);
    Line line{.item = item.id.value};
    auto *name = label(literal(breakable(item.value.name)), "", true);
    m_grid->addWidget(name, row, kWhatColumn);
    line.given = addNumber(row, kGivenColumn, u"given-"_s + id, tr("Given: %1").arg(item.value.name));
    name->setBuddy(line.given);
    if (item.value.comesBack)
        line.returned = addNumber(row, kReturnedColumn, u"returned-"_s + id, tr("Brought back: %1").arg(item.value.name));
    if (!left.isEmpty())
        m_grid->addWidget(label(left, "soft"), row, kLeftColumn);
    line.problem = label({}, "problem", true);
    line.problem->setObjectName(u"supplyProblem-"_s + id);
    line.problem->hide();
    m_grid->addWidget(line.problem, row + 1, kWhatColumn, 1, 4);
    m_lines.append(line);
    return m_lines.last();
}

SupplyLinesPart::Line *SupplyLinesPart::lineOf(qint64 item)
{
    for (Line &line : m_lines)
        if (line.item == item)
            return &line;
    return nullptr;
}

void SupplyLinesPart::load(const QList<KeptRow> &lines)
{
    for (const KeptRow &kept : lines) {
        const qint64 item = kept.row.value(u"item_id"_s).toLongLong();
        Line *line = lineOf(item);
        if (!line) // not offered any more, and stays as it was written
            if (const auto known = m_services.records.one(Id<SupplyItem>{item}))
                line = &addLine(*known, {});
        if (!line || line->kept.id > 0) {
            m_twice.append(kept);
            continue;
        }
        line->kept = kept;
        line->given->setText(shownNumber(kept.row.value(u"given"_s)));
        if (!line->returned) // it came back all the same, once
            line->returned = kept.row.value(u"returned"_s).toLongLong() > 0
                ? addNumber(1 + 2 * int(line - m_lines.data()), kReturnedColumn, u"returned-"_s + QString::number(item), tr("Brought back"))
                : nullptr;
        if (line->returned)
            line->returned->setText(shownNumber(kept.row.value(u"returned"_s)));
    }
}

bool SupplyLinesPart::isTyped(const Line &line) const
{
    return !line.given->text().trimmed().isEmpty() || (line.returned && !line.returned->text().trimmed().isEmpty());
}

QList<KeptRow> SupplyLinesPart::parts() const
{
    QList<KeptRow> parts;
    for (const Line &line : m_lines) {
        if (!isTyped(line))
            continue;
        KeptRow part = line.kept;
        if (!part.row.type)
            part.row = toRow(SupplyLine{.itemId = {line.item}});
        part.row.set(u"given"_s, numberTyped(line.given));
        part.row.set(u"returned"_s, numberTyped(line.returned));
        parts.append(part);
    }
    return parts + m_twice;
}

Violations SupplyLinesPart::showViolations(const Violations &violations)
{
    for (const Line &line : std::as_const(m_lines))
        line.problem->hide();
    Violations others;
    const QMap<qsizetype, Violations> ofParts = violationsOfParts(violations, others);
    QList<const Line *> typed;
    for (const Line &line : std::as_const(m_lines))
        if (isTyped(line))
            typed.append(&line);
    QLineEdit *first = nullptr;
    for (auto it = ofParts.cbegin(); it != ofParts.cend(); ++it) {
        if (it.key() >= typed.size()) {
            others.append(it.value());
            continue;
        }
        const Line &line = *typed.at(it.key());
        QStringList sentences;
        for (const Violation &violation : it.value())
            sentences.append(words::violation(violation));
        line.problem->setText(sentences.join(u' '));
        line.problem->show();
        const bool isReturned = it.value().first().column == u"returned" && line.returned;
        first = first ? first : isReturned ? line.returned : line.given;
    }
    if (first)
        first->setFocus();
    return others;
}

QJsonArray SupplyLinesPart::toJson() const
{
    QJsonArray kept;
    for (const Line &line : m_lines)
        if (isTyped(line))
            kept.append(QJsonObject{{u"item"_s, line.item}, {u"given"_s, line.given->text()},
                {u"returned"_s, line.returned ? line.returned->text() : QString()}});
    return kept;
}

void SupplyLinesPart::fromJson(const QJsonArray &kept)
{
    for (const Line &line : std::as_const(m_lines)) {
        line.given->clear();
        if (line.returned)
            line.returned->clear();
    }
    for (const QJsonValue &value : kept)
        if (Line *line = lineOf(value[u"item"].toInteger())) {
            line->given->setText(value[u"given"].toString());
            if (line->returned)
                line->returned->setText(value[u"returned"].toString());
        }
}

void SupplyLinesPart::focusFirst()
{
    if (!m_lines.isEmpty())
        m_lines.first().given->setFocus();
}

bool SupplyLinesPart::moveFrom(const QLineEdit *edit, int by)
{
    for (qsizetype i = 0; i < m_lines.size(); ++i) {
        const bool isGiven = m_lines.at(i).given == edit;
        if (!isGiven && m_lines.at(i).returned != edit)
            continue;
        for (qsizetype next = i + by; next >= 0 && next < m_lines.size(); next += by)
            if (QLineEdit *to = isGiven ? m_lines.at(next).given : m_lines.at(next).returned) {
                to->setFocus();
                to->selectAll();
                return true;
            }
    }
    return false;
}

bool SupplyLinesPart::eventFilter(QObject *watched, QEvent *event)
{
    const auto *edit = qobject_cast<const QLineEdit *>(watched);
    if (!edit || event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const auto *key = static_cast<const QKeyEvent *>(event);
    if (key->modifiers() & ~Qt::KeypadModifier)
        return QWidget::eventFilter(watched, event);
    switch (key->key()) {
    case Qt::Key_Down:
    case Qt::Key_Return:
    case Qt::Key_Enter:
        return moveFrom(edit, 1);
    case Qt::Key_Up:
        return moveFrom(edit, -1);
    default:
        return QWidget::eventFilter(watched, event);
    }
}

} // namespace keywork
