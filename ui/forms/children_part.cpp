// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/children_part.h"

#include "core/record/row_merge.h"
#include "core/record/row_text.h"
#include "core/services/records/families.h"
#include "core/services/records/records.h"
#include "core/services/services.h"
#include "ui/forms/row_words.h"
#include "ui/text/words.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/parts.h"

#include <QJsonArray>
#include <QShortcut>
#include <QTimer>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace keywork {

ChildrenPart::ChildrenPart(const RecordType &type, AddKey key, const Services &services, QWidget *parent)
    : QWidget(parent)
    , m_type(type)
    , m_services(services)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(10);
    layout->addWidget(label(words::label(type.titleMany), "cardTitle"));
    m_cards = new QVBoxLayout;
    m_cards->setSpacing(10);
    layout->addLayout(m_cards);
    m_add = button(tr("Add: %1").arg(words::label(type.title).toLower()));
    m_add->setObjectName(u"add-"_s + QLatin1String(type.table));
    m_add->setVisible(services.records.mayAdd(type));
    layout->addWidget(m_add, 0, Qt::AlignLeft);
    connect(m_add, &QPushButton::clicked, this, &ChildrenPart::addNew);
    if (key == AddKey::ByButton || !services.records.mayAdd(type))
        return;
    const QKeySequence keys(u"Ctrl+Shift+N"_s);
    m_add->setToolTip(keys.toString(QKeySequence::NativeText));
    auto *shortcut = new QShortcut(keys, this);
    shortcut->setContext(Qt::WindowShortcut); // from any field of the form
    connect(shortcut, &QShortcut::activated, this, &ChildrenPart::addNew);
}

Row ChildrenPart::freshRow(const RecordType &type, const Services &services)
{
    Row row = emptyRow(type);
    for (const Field &field : type.fields) {
        const QString asks = QString::fromLatin1(field.shownWhen.column);
        const Field *first = asks.isEmpty() ? nullptr : type.fieldNamed(asks);
        if (!first || first->kind != Kind::Choice || !row.text(asks).isEmpty())
            continue;
        const QList<ChoiceOption> options = services.records.choices().options(QString::fromLatin1(first->list));
        if (!options.isEmpty()) // the likeliest stands first in such a list
            row.set(asks, options.first().code);
    }
    return row;
}

QPushButton *ChildrenPart::partButton(QLayout *line, const QString &text, const QString &name)
{
    auto *made = button(text, "link");
    made->setObjectName(name);
    made->setVisible(m_services.records.mayAdd(m_type));
    line->addWidget(made);
    return made;
}

void ChildrenPart::append(const KeptRow &kept, const Row &base)
{
    auto *card = new QFrame;
    auto *body = new QVBoxLayout(card);
    body->setContentsMargins(0, 0, 0, 0);
    body->setSpacing(6);
    body->addWidget(rule());
    auto *line = lineOrFlow(8);
    auto *title = label({}, "strong");
    line->addWidget(title);
    pushRight(line);
    Part part{card, title, new RecordForm(m_type, m_services), kept, base, nullptr, nullptr, nullptr};
    if (isOrdered()) {
        part.up = partButton(line, tr("Up"), u"up"_s);
        part.down = partButton(line, tr("Down"), u"down"_s);
        connect(part.up, &QPushButton::clicked, this, [this, card] { move(card, -1); });
        connect(part.down, &QPushButton::clicked, this, [this, card] { move(card, 1); });
    }
    part.remove = partButton(line, tr("Remove"), u"remove"_s);
    connect(part.remove, &QPushButton::clicked, this, [this, card] { remove(card); });
    body->addLayout(line);
    part.form->load(kept.row);
    connect(part.form, &RecordForm::edited, this, &ChildrenPart::edited);
    body->addWidget(part.form);
    m_cards->addWidget(card);
    m_parts.append(part);
    number();
    orderTabs();
}

/// Tab goes as the eye does: each part from its buttons through its fields, then what adds one more, then what saves. A part
/// that came later would stand behind all of it.
void ChildrenPart::orderTabs()
{
    const auto isInCard = [this](const QWidget *widget) {
        return std::any_of(m_parts.cbegin(), m_parts.cend(), [widget](const Part &part) { return part.card->isAncestorOf(widget); });
    };
    QWidget *before = m_add->previousInFocusChain(); // the stop that these come after; null when nothing is before them
    while (before && (isInCard(before) || !(before->focusPolicy() & Qt::TabFocus)))
        before = before->isWindow() || before == m_add ? nullptr : before->previousInFocusChain();
    QWidget *last = before == m_add ? nullptr : before;
    const bool isFirst = !last;
    for (const Part &part : std::as_const(m_parts))
        for (QWidget *stop : part.card->findChildren<QWidget *>()) {
            if (!(stop->focusPolicy() & Qt::TabFocus) || stop->focusProxy() || stop->window() != window()) // a list that opens
                continue;
            if (last)
                setTabOrder(last, stop);
            last = stop;
        }
    if (isFirst && last)
        setTabOrder(last, m_add);
}

void ChildrenPart::load(const QList<KeptRow> &parts)
{
    clear();
    for (const KeptRow &part : parts) {
        append(part, part.row);
        if (part.id > 0)
            m_known.insert(part.id);
    }
}

void ChildrenPart::clear()
{
    for (const Part &part : std::as_const(m_parts))
        delete part.card;
    m_parts.clear();
    m_known.clear();
}

/// Whoever hears a field without seeing it learns whose it is.
void ChildrenPart::number()
{
    const QString kind = words::label(m_type.titleMany);
    for (qsizetype i = 0; i < m_parts.size(); ++i) {
        const Part &part = m_parts.at(i);
        const QString name = u"%1 %2"_s.arg(kind).arg(i + 1);
        part.card->setObjectName(u"%1-%2"_s.arg(QLatin1String(m_type.table)).arg(i + 1));
        part.title->setText(name);
        for (const Field &field : m_type.fields)
            if (FieldEditor *editor = part.form->editor(QString::fromLatin1(field.column)))
                editor->setContext(name);
        part.remove->setAccessibleName(tr("Remove: %1").arg(name));
        if (!part.up)
            continue;
        part.up->setAccessibleName(tr("Up: %1").arg(name));
        part.down->setAccessibleName(tr("Down: %1").arg(name));
        part.up->setEnabled(i > 0);
        part.down->setEnabled(i + 1 < m_parts.size());
    }
}

void ChildrenPart::focusFirst(const Part &part)
{
    for (const Field &field : m_type.fields)
        if (FieldEditor *editor = part.form->editor(QString::fromLatin1(field.column)); editor && !editor->isHidden()) {
            editor->input()->setFocus(Qt::OtherFocusReason);
            QTimer::singleShot(0, part.card, [card = part.card] { bringIntoView(card); });
            return;
        }
}

void ChildrenPart::addNew()
{
    KeptRow fresh;
    fresh.row = freshRow(m_type, m_services);
    append(fresh, fresh.row);
    focusFirst(m_parts.last());
}

qsizetype ChildrenPart::indexOf(const QWidget *card) const
{
    const auto found = std::find_if(m_parts.cbegin(), m_parts.cend(), [card](const Part &part) { return part.card == card; });
    return found - m_parts.cbegin();
}

void ChildrenPart::remove(const QWidget *card)
{
    const qsizetype index = indexOf(card);
    const Part gone = m_parts.takeAt(index);
    gone.card->hide();
    gone.card->deleteLater();
    number();
    (m_parts.isEmpty() ? m_add : m_parts.at(std::min(index, m_parts.size() - 1)).remove)->setFocus();
    Q_EMIT edited();
}

void ChildrenPart::move(const QWidget *card, int by)
{
    const qsizetype from = indexOf(card);
    const qsizetype to = from + by;
    if (to < 0 || to >= m_parts.size())
        return;
    m_parts.move(from, to);
    const Part &moved = m_parts.at(to);
    m_cards->removeWidget(moved.card);
    m_cards->insertWidget(int(to), moved.card);
    number();
    orderTabs();
    QPushButton *pressed = by < 0 ? moved.up : moved.down;
    (pressed->isEnabled() ? pressed : by < 0 ? moved.down : moved.up)->setFocus();
    Q_EMIT edited();
}

bool ChildrenPart::isBlank(const Part &part) const { return part.kept.id == 0 && part.form->row() == freshRow(m_type, m_services); }

QList<qsizetype> ChildrenPart::filledIn() const
{
    QList<qsizetype> indexes;
    for (qsizetype i = 0; i < m_parts.size(); ++i)
        if (!isBlank(m_parts.at(i)))
            indexes.append(i);
    return indexes;
}

QList<KeptRow> ChildrenPart::parts() const
{
    QList<KeptRow> parts;
    for (const qsizetype index : filledIn()) {
        KeptRow part = m_parts.at(index).kept;
        part.row = m_parts.at(index).form->row();
        parts.append(part);
    }
    return parts;
}

Violations ChildrenPart::bringIn(const QList<KeptRow> &onFile)
{
    QHash<qint64, KeptRow> now;
    for (const KeptRow &kept : onFile)
        now.insert(kept.id, kept);
    for (qsizetype i = m_parts.size() - 1; i >= 0; --i) {
        Part &part = m_parts[i];
        if (part.kept.id == 0 || now.contains(part.kept.id))
            continue;
        if (part.form->row() == part.base)
            delete m_parts.takeAt(i).card;
        else
            part.kept.id = part.kept.version = 0; // what was typed here is not lost with it
    }
    for (const KeptRow &kept : onFile)
        if (!m_known.contains(kept.id)) {
            append(kept, kept.row);
            m_known.insert(kept.id);
        }
    number();
    Violations clashes;
    const QList<qsizetype> filled = filledIn();
    for (qsizetype at = 0; at < filled.size(); ++at) {
        Part &part = m_parts[filled.at(at)];
        const KeptRow theirs = now.value(part.kept.id);
        if (part.kept.id == 0 || theirs.version == part.kept.version)
            continue;
        Row mine = part.form->row();
        const Row before = mine;
        for (Violation clash : mergeInto(mine, part.base, theirs.row))
            clashes.append({partColumn(at, clash.column), clash.rule, inWords(theirs.row, clash.column, m_services.records)});
        part.base = theirs.row;
        part.kept.version = theirs.version;
        if (mine != before)
            part.form->load(mine);
    }
    return clashes;
}

Violations ChildrenPart::showViolations(qsizetype index, const Violations &violations)
{
    const QList<qsizetype> filled = filledIn();
    return index < filled.size() ? m_parts.at(filled.at(index)).form->showViolations(violations) : violations;
}

QJsonObject ChildrenPart::toDraft() const
{
    QJsonArray parts;
    for (const Part &part : m_parts)
        parts.append(QJsonObject{{u"id"_s, part.kept.id}, {u"version"_s, part.kept.version}, {u"row"_s, toJson(part.form->row())},
            {u"base"_s, toJson(part.base)}});
    QJsonArray known;
    for (const qint64 id : m_known)
        known.append(id);
    return {{u"parts"_s, parts}, {u"known"_s, known}};
}

void ChildrenPart::fromDraft(const QJsonObject &draft)
{
    clear();
    for (const QJsonValue &value : draft.value(u"parts"_s).toArray()) {
        const QJsonObject part = value.toObject();
        KeptRow kept;
        kept.id = part.value(u"id"_s).toInteger();
        kept.version = part.value(u"version"_s).toInteger();
        kept.row = fromJson(m_type, part.value(u"row"_s).toObject());
        append(kept, fromJson(m_type, part.value(u"base"_s).toObject()));
    }
    for (const QJsonValue &id : draft.value(u"known"_s).toArray())
        m_known.insert(id.toInteger());
}

} // namespace keywork
