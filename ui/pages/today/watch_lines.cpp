// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/today/watch_lines.h"

#include "core/services/house/attention.h"
#include "core/services/house/watch/watch_rule.h"
#include "core/services/house/watch_groups.h"
#include "core/services/records/drafts.h"
#include "core/services/records/records.h"
#include "core/services/services.h"
#include "ui/forms/record_editor.h"
#include "ui/pages/today/watch_places.h"
#include "ui/text/words.h"
#include "ui/text/words_watch.h"
#include "ui/theme/theme.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/kept_focus.h"
#include "ui/widgets/parts.h"

#include <QTimer>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

constexpr qsizetype kShownGroups = 40;
constexpr int kKindWidth = 130; // of the column of chips

/// Where what is typed about putting the line off, or about ringing, is kept.
DraftPlace draftPlace(const WatchItem &item)
{
    return {.kind = item.rule->pressing == Pressing::Emergency ? u"watch_call"_s : u"watch_snooze"_s,
        .person = item.subject.person.value,
        .part = QStringList{item.code(), item.subject.kind, QString::number(item.subject.record)}.join(u'/')};
}

} // namespace

const char *watchChip(Pressing pressing)
{
    switch (pressing) {
    case Pressing::Emergency:
        return "emergency";
    case Pressing::Now:
    case Pressing::Today:
        return "attention";
    case Pressing::Soon:
    case Pressing::Tidy:
        break;
    }
    return "neutral";
}

QString spokenName(const WatchItem &item) { return item.name.isEmpty() ? words::watchTitle(item) : item.name; }

void addWatchKind(QBoxLayout *line, QVBoxLayout *sentences, const QString &title, const char *kind)
{
    auto *place = new QWidget;
    auto *layout = new QHBoxLayout(place);
    layout->setContentsMargins(0, 2, 0, 0);
    auto *said = chip(title, kind);
    layout->addWidget(said, 0, Qt::AlignLeft | Qt::AlignTop);
    if (isNarrow())
        return sentences->addWidget(place);
    const int widest = Theme::scaled(kKindWidth);
    said->ensurePolished();
    said->setWordWrap(said->sizeHint().width() > widest); // "Missing: do the police know?" is not cut
    place->setFixedWidth(widest);
    line->addWidget(place, 0, Qt::AlignTop);
}

WatchLines::WatchLines(const Services &services, const Navigator &navigator, QWidget *parent)
    : QWidget(parent)
    , m_services(services)
    , m_navigator(navigator)
    , m_layout(new QVBoxLayout(this))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(6);
}

void WatchLines::setDay(const WatchedDay &day)
{
    m_day = day;
    const bool wasTyping = m_editor && m_editor->isAncestorOf(window()->focusWidget());
    keepEditor();
    emptyLayout(m_layout);
    m_firstAction.clear();
    const QList<DraftPlace> drafts = m_services.drafts.places();
    const QList<WatchGroup> groups = inGroups(day.items);
    for (const WatchItem &item : day.items)
        if (!m_later && drafts.contains(draftPlace(item)))
            m_later = draftPlace(item); // what was typed is offered back where it was typed
    const qsizetype shown = m_showsAll ? groups.size() : std::min(kShownGroups, groups.size());
    for (const WatchGroup &group : groups.mid(0, shown))
        group.isMany() ? addGroup(group) : addItem(group.first(), Within::Day);
    if (groups.size() > shown)
        addMore(groups.size() - shown);
    addSnoozed(day.snoozed);
    if (m_editor && !m_editorPlace) // its line is gone
        closeForm();
    if (wasTyping && m_editor && !m_editor->isAncestorOf(window()->focusWidget()))
        focusForm();
    if (m_takesFocus && m_firstAction)
        giveKeys(m_firstAction);
    m_takesFocus = false;
}

/// The form that is open stays the same widget, so that whoever types goes on where they are.
void WatchLines::keepEditor()
{
    if (m_editor && m_editorPlace)
        m_editorPlace->removeWidget(m_editor);
    m_editorPlace = nullptr;
}

bool WatchLines::holdsForm(const WatchGroup &group) const
{
    return std::any_of(group.items.cbegin(), group.items.cend(), [this](const WatchItem &item) { return draftPlace(item) == m_later; });
}

void WatchLines::addMore(qsizetype count)
{
    auto *more = button(tr("Show %1 more").arg(count), "link");
    more->setObjectName(u"moreLines"_s);
    connect(more, &QPushButton::clicked, this, [this] { // it takes itself down
        m_showsAll = true;
        QTimer::singleShot(0, this, [this] { keepingFocus(this, [this] { setDay(WatchedDay(m_day)); }); });
    });
    m_layout->addWidget(more, 0, Qt::AlignLeft);
}

void WatchLines::addItem(const WatchItem &item, Within within)
{
    auto *line = columnsOrRows(Theme::isLarge() ? 4 : 12);
    auto *sentences = new QVBoxLayout;
    sentences->setSpacing(2);
    if (within == Within::Day)
        addWatchKind(line, sentences, words::watchTitle(item), watchChip(item.pressing()));
    else if (!isNarrow()) // the chip stands at the head of the group
        line->addSpacing(Theme::scaled(kKindWidth) + line->spacing());
    if (const QString subject = words::watchSubject(item); !subject.isEmpty())
        sentences->addWidget(label(breakable(subject), "strong", true));
    sentences->addWidget(label(words::watchSentence(item, m_services.records.today()), "soft", true));
    if (const QString rung = words::watchRung(item, m_services.records.clock()); !rung.isEmpty())
        sentences->addWidget(label(breakable(rung), "", true));
    line->addLayout(sentences, 1);
    auto *below = new QVBoxLayout;
    addActions(item, line, below);
    m_layout->addLayout(line);
    m_layout->addLayout(below);
    m_layout->addWidget(rule());
    if (draftPlace(item) == m_later)
        showForm(item, below);
}

void WatchLines::addActions(const WatchItem &item, QBoxLayout *line, QVBoxLayout *below)
{
    const std::optional<Visit> where = whereSettled(item);
    QLayout *buttons = buttonsOf(line);
    if (maySettle(item, m_services)) {
        auto *open = button(words::watchPress(*item.rule));
        if (m_firstAction.isNull())
            m_firstAction = open;
        open->setAccessibleName(u"%1 %2"_s.arg(open->text(), spokenName(item))); // "Open Ben Barker"
        connect(open, &QPushButton::clicked, this, [this, where, item] {
            where ? m_navigator.visit(*where) : m_navigator.openRecord({item.subject.kind, item.subject.record});
        });
        buttons->addWidget(open);
    }
    if (m_services.attention.mayRing(item))
        addRinging(item, buttons, below);
    if (!m_services.attention.maySnooze(item))
        return;
    QPushButton *later = formButton(tr("Later…"), "link", item, below);
    later->setObjectName(u"later"_s);
    later->setAccessibleName(tr("Later: %1, %2").arg(spokenName(item), words::watchTitle(item)));
    later->setToolTip(tr("Put this line off until a day, with a reason"));
    buttons->addWidget(later);
}

/// An emergency is never put off: that somebody rang is said of it, and until when it waits for what was agreed.
void WatchLines::addRinging(const WatchItem &item, QLayout *buttons, QVBoxLayout *below)
{
    QPushButton *rung = formButton(tr("Rung…"), "", item, below);
    rung->setObjectName(u"rung"_s);
    rung->setAccessibleName(tr("Rung: %1, %2").arg(spokenName(item), words::watchTitle(item)));
    rung->setToolTip(tr("Somebody rang: what was answered, and when to look at it again"));
    buttons->addWidget(rung);
    if (!m_services.attention.mayPressAgain(item))
        return;
    auto *now = button(tr("First again now"));
    now->setObjectName(u"pressAgain"_s);
    now->setAccessibleName(tr("First again now: %1, %2").arg(spokenName(item), words::watchTitle(item)));
    connect(now, &QPushButton::clicked, this, [this, item] {
        m_takesFocus = true;
        m_navigator.answer(m_services.attention.pressAgain(item, tr("Brought back")), tr("Saved"));
    });
    buttons->addWidget(now);
}

QPushButton *WatchLines::formButton(const QString &text, const char *look, const WatchItem &item, QVBoxLayout *below)
{
    auto *open = button(text, look);
    connect(open, &QPushButton::clicked, this, [this, item, below] {
        closeForm();
        openForm(item, below);
        focusForm();
    });
    return open;
}

/// The one that is open already, in its new place, or one made anew.
void WatchLines::showForm(const WatchItem &item, QVBoxLayout *below)
{
    if (!m_editor)
        return openForm(item, below);
    m_editorPlace = below;
    below->addWidget(m_editor);
}

void WatchLines::openForm(const WatchItem &item, QVBoxLayout *below)
{
    const bool isEmergency = item.rule->pressing == Pressing::Emergency;
    m_later = draftPlace(item);
    auto *editor
        = new RecordEditor({.type = isEmergency ? static_cast<const RecordType &>(recordType<WatchCall>()) : recordType<WatchSnooze>(),
                               .title = (isEmergency ? tr("Rung: %1") : tr("Later: %1")).arg(spokenName(item)),
                               .start = isEmergency ? toRow(m_services.attention.callOf(item)) : toRow(Attention::snoozeOf(item)),
                               .place = *m_later,
                               .save = [this](const Row &row) -> Done {
                                   const auto kept = m_services.records.add(row);
                                   return kept ? Done() : Done(kept.error());
                               },
                               .saveText = isEmergency ? QString() : tr("Put off")},
            m_services);
    m_editor = editor;
    m_editorPlace = below;
    below->addWidget(editor);
    connect(editor, &RecordEditor::saved, this, [this] { // the page is read anew
        m_navigator.say(tr("Saved"));
        m_takesFocus = true;
        closeForm();
    });
    connect(editor, &RecordEditor::cancelled, this, [this] {
        closeForm();
        if (m_firstAction)
            m_firstAction->setFocus();
    });
}

void WatchLines::focusForm()
{
    for (QWidget *input : m_editor ? m_editor->findChildren<QWidget *>() : QList<QWidget *>())
        if (input->focusPolicy() & Qt::TabFocus)
            return giveKeys(input);
}

void WatchLines::closeForm()
{
    m_later.reset();
    if (!m_editor)
        return;
    m_editor->hide();
    m_editor->deleteLater(); // keeps its draft, if there is one
    m_editor.clear();
    m_editorPlace = nullptr;
}

} // namespace keywork
