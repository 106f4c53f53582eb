// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/house/watch_groups.h"
#include "core/services/records/records.h"
#include "ui/pages/today/watch_lines.h"
#include "ui/text/words.h"
#include "ui/text/words_watch.h"
#include "ui/theme/theme.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/kept_focus.h"
#include "ui/widgets/parts.h"

#include <QTimer>

// What of the lines stands folded: many of one rule, and what was put off.

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

constexpr qsizetype kNamedInGroup = 6;

/// "Ben Barker, Dana Whitlock and 3 more", each once; empty where they are about nobody.
QString namesInGroup(const WatchGroup &group)
{
    QStringList names;
    for (const WatchItem &item : group.items)
        if (!item.name.isEmpty() && !names.contains(item.name))
            names.append(item.name);
    const qsizetype more = names.size() - kNamedInGroup;
    const QString some = names.mid(0, kNamedInGroup).join(u", "_s);
    return more > 0 ? WatchLines::tr("%1 and %2 more").arg(some).arg(more) : some;
}

} // namespace

/// Opens out by its press; what is inside keeps its own.
void WatchLines::addGroup(const WatchGroup &group)
{
    const QString code = group.first().code();
    const QString many = words::watchMany(group.rule(), group.items.size());
    const bool isOpen = m_openGroups.contains(code) || holdsForm(group);
    auto *line = columnsOrRows(Theme::isLarge() ? 4 : 12);
    auto *sentences = new QVBoxLayout;
    sentences->setSpacing(2);
    addWatchKind(line, sentences, words::watchTitle(group.first()), watchChip(group.first().pressing()));
    sentences->addWidget(label(many, "strong", true));
    if (const QString names = namesInGroup(group); !names.isEmpty() && !isOpen)
        sentences->addWidget(label(breakable(names), "soft", true));
    line->addLayout(sentences, 1);
    auto *fold = button(isOpen ? tr("Close") : tr("Show %1").arg(group.items.size()));
    fold->setObjectName(u"group-"_s + code);
    fold->setAccessibleName(isOpen ? tr("Close: %1").arg(many) : tr("Show: %1").arg(many));
    if (m_firstAction.isNull())
        m_firstAction = fold;
    connect(fold, &QPushButton::clicked, this, [this, code, isOpen] { // it is made anew
        if (isOpen)
            m_openGroups.remove(code);
        else
            m_openGroups.insert(code);
        if (isOpen && m_later && m_later->part.startsWith(code + u'/'))
            closeForm();
        QTimer::singleShot(0, this, [this] { keepingFocus(this, [this] { setDay(WatchedDay(m_day)); }); });
    });
    buttonsOf(line)->addWidget(fold);
    m_layout->addLayout(line);
    m_layout->addWidget(rule());
    for (const WatchItem &item : isOpen ? group.items : QList<WatchItem>())
        addItem(item, Within::Group);
}

void WatchLines::addSnoozed(const QList<SnoozedItem> &snoozed)
{
    if (snoozed.isEmpty())
        return;
    auto *link = button(tr("Snoozed: %1").arg(snoozed.size()), "link");
    link->setObjectName(u"snoozed"_s);
    link->setCheckable(true);
    link->setChecked(m_showsSnoozed);
    m_layout->addWidget(link, 0, Qt::AlignLeft);
    auto *list = new QWidget;
    auto *lines = new QVBoxLayout(list);
    lines->setContentsMargins(0, 0, 0, 0);
    for (const SnoozedItem &one : snoozed)
        lines->addWidget(snoozedLine(one));
    list->setVisible(m_showsSnoozed);
    m_layout->addWidget(list);
    connect(link, &QPushButton::toggled, this, [this, list](bool shown) {
        m_showsSnoozed = shown;
        list->setVisible(shown);
    });
}

QWidget *WatchLines::snoozedLine(const SnoozedItem &snoozed)
{
    auto *whole = new QWidget;
    auto *line = columnsOrRows(Theme::isLarge() ? 4 : 12);
    whole->setLayout(line);
    line->setContentsMargins(0, 0, 0, 0);
    auto *sentences = new QVBoxLayout;
    sentences->setSpacing(2);
    if (const QString subject = words::watchSubject(snoozed.item); !subject.isEmpty())
        sentences->addWidget(label(breakable(subject), "strong", true));
    sentences->addWidget(label(words::watchSentence(snoozed.item, m_services.records.today()), "soft", true));
    const WatchSnooze &why = snoozed.snooze.value;
    sentences->addWidget(
        label(tr("Until %1, %2: “%3”").arg(words::weekday(why.untilOn, m_services.records.today()), snoozed.by, why.reason), "soft", true));
    line->addLayout(sentences, 1);
    if (m_services.attention.maySnooze(snoozed.item)) {
        auto *back = button(tr("Bring back now"));
        back->setObjectName(u"bringBack"_s);
        back->setAccessibleName(tr("Bring back now: %1, %2").arg(spokenName(snoozed.item), words::watchTitle(snoozed.item)));
        connect(back, &QPushButton::clicked, this, [this, snoozed] {
            m_takesFocus = true;
            m_navigator.answer(m_services.attention.bringBack(snoozed, tr("Brought back")), tr("Saved"));
        });
        line->addWidget(back, 0, Qt::AlignTop | Qt::AlignLeft);
    }
    return whole;
}

} // namespace keywork
