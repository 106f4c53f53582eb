// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/keywork/area_notes.h"

#include "ui/text/words.h"
#include "ui/theme/theme.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/kept_focus.h"
#include "ui/widgets/parts.h"

#include <QCheckBox>
#include <QJsonObject>
#include <QPlainTextEdit>
#include <QShortcut>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace keywork {

const QList<Area> &AreaNotes::areas()
{
    static const QList<Area> order{Area::SubstanceUse, Area::Health, Area::Debt, Area::HousingResilience, Area::SocialRelationships,
        Area::MeaningfulTime, Area::EducationEmployability, Area::RightsResponsibilities};
    return order;
}

AreaNotes::AreaNotes(const QList<GoalChoice> &goals, QWidget *parent)
    : QWidget(parent)
    , m_choices(goals)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(10);
    auto *line = wrappingLine(6);
    for (int i = 0; i < areas().size(); ++i) {
        const Area area = areas().at(i);
        auto *chip = button(words::shortLabelFor(area), "pill");
        chip->setObjectName(u"area-"_s + QLatin1String(codeOf(area)));
        chip->setCheckable(true);
        chip->setAccessibleName(words::labelFor(area));
        chip->setToolTip(tr("Alt+%1. Once more: another note.").arg(i + 1));
        connect(chip, &QPushButton::clicked, this, [this, area] { goTo(area); });
        auto *key = new QShortcut(QKeySequence(u"Alt+%1"_s.arg(i + 1)), this);
        key->setAutoRepeat(false);
        connect(key, &QShortcut::activated, this, [this, area] { goTo(area); });
        line->addWidget(chip);
        m_chips.append(chip);
    }
    layout->addLayout(line);
    m_hint = label(tr("Choose an area, or press Alt and its number. The first is Alt+1."), "soft", true);
    layout->addWidget(m_hint);
    m_places = new QVBoxLayout;
    m_places->setSpacing(10);
    layout->addLayout(m_places);
    layout->addStretch();
}

bool AreaNotes::isFilled(const Note &note) const { return !note.words->toPlainText().trimmed().isEmpty(); }

void AreaNotes::goTo(Area area)
{
    const auto last = std::find_if(m_notes.rbegin(), m_notes.rend(), [area](const Note &note) { return note.area == area; });
    const bool isThere = last != m_notes.rend() && window()->focusWidget() == last->words;
    const bool takesLast = last != m_notes.rend() && !(isThere && isFilled(*last));
    QPlainTextEdit *words = takesLast ? last->words : add(area, {}, {}).words;
    m_current = area;
    giveKeys(words);
    words->moveCursor(QTextCursor::End);
    showUsed();
}

AreaNotes::Note &AreaNotes::add(Area area, const QString &text, const QStringList &goals)
{
    Note note{{}, area, new QWidget, new QPlainTextEdit, label({}, "problem", true), {}};
    auto *layout = new QVBoxLayout(note.place);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    auto *title = label(words::labelFor(area), "strong", true);
    title->setBuddy(note.words);
    layout->addWidget(title);
    note.words->setObjectName(u"note-"_s + QLatin1String(codeOf(area)));
    note.words->setAccessibleName(words::labelFor(area));
    note.words->setTabChangesFocus(true);
    note.words->setMinimumHeight(Theme::scaled(84));
    note.words->setPlainText(text);
    layout->addWidget(note.words);
    note.problem->hide();
    layout->addWidget(note.problem);
    addGoals(note, layout, goals);
    connect(note.words, &QPlainTextEdit::textChanged, this, [this, area] {
        m_current = area;
        showUsed();
        Q_EMIT edited();
    });
    m_places->addWidget(note.place);
    note.place->show();
    m_notes.append(note);
    return m_notes.last();
}

void AreaNotes::addGoals(Note &note, QVBoxLayout *layout, const QStringList &ticked)
{
    for (const GoalChoice &goal : m_choices) {
        if (goal.area != note.area)
            continue;
        auto *tick = new QCheckBox(literal(tr("About the goal: %1").arg(words::shortened(goal.statement, 36))));
        tick->setObjectName(u"goal-"_s + goal.thread);
        tick->setChecked(ticked.contains(goal.thread));
        connect(tick, &QCheckBox::toggled, this, &AreaNotes::edited);
        layout->addWidget(tick);
        note.goals.append({goal.thread, tick});
    }
}

void AreaNotes::showUsed()
{
    m_hint->setVisible(m_notes.isEmpty());
    for (int i = 0; i < areas().size(); ++i) {
        const Area area = areas().at(i);
        m_chips.at(i)->setChecked(std::any_of(m_notes.cbegin(), m_notes.cend(), [area](const Note &note) { return note.area == area; }));
    }
}

void AreaNotes::clear()
{
    for (const Note &note : std::as_const(m_notes))
        note.place->deleteLater();
    m_notes.clear();
}

void AreaNotes::load(const QList<KeptRow> &notes)
{
    clear();
    for (const KeptRow &kept : notes)
        if (const auto note = recordType<KeyworkNote>().fromRow(kept.row))
            add(note->area, note->text, note->goals.split(u',', Qt::SkipEmptyParts)).kept = kept;
    showUsed();
}

QList<KeptRow> AreaNotes::parts() const
{
    QList<KeptRow> all;
    for (const Note &note : m_notes) {
        if (!isFilled(note))
            continue;
        QStringList goals;
        for (const auto &[thread, tick] : note.goals)
            if (tick->isChecked())
                goals.append(thread);
        KeptRow part = note.kept;
        if (!part.row.type)
            part.row = toRow(KeyworkNote());
        part.row.set(u"area"_s, QString::fromLatin1(codeOf(note.area)));
        part.row.set(u"text"_s, note.words->toPlainText());
        part.row.set(u"goals"_s, goals.isEmpty() ? u""_s : goals.join(u','));
        all.append(part);
    }
    return all;
}

void AreaNotes::showProblem(qsizetype part, const QString &sentence)
{
    qsizetype i = 0;
    for (const Note &note : std::as_const(m_notes))
        if (isFilled(note) && i++ == part) {
            showMessage(note.problem, sentence);
            giveKeys(note.words);
        }
}

void AreaNotes::clearProblems()
{
    for (const Note &note : std::as_const(m_notes))
        showMessage(note.problem, {});
}

QJsonArray AreaNotes::toJson() const
{
    QJsonArray all;
    for (const KeptRow &part : parts())
        all.append(QJsonObject{{u"id"_s, part.id}, {u"area"_s, part.row.text(u"area"_s)}, {u"text"_s, part.row.text(u"text"_s)},
            {u"goals"_s, part.row.text(u"goals"_s)}});
    return all;
}

void AreaNotes::fromJson(const QJsonArray &kept)
{
    QList<KeptRow> onFile;
    for (const Note &note : std::as_const(m_notes))
        onFile.append(note.kept);
    clear();
    for (const QJsonValue &value : kept) {
        const QJsonObject one = value.toObject();
        const auto area = fromCode<Area>(one.value(u"area"_s).toString());
        if (!area)
            continue;
        Note &note = add(*area, one.value(u"text"_s).toString(), one.value(u"goals"_s).toString().split(u',', Qt::SkipEmptyParts));
        const qint64 id = one.value(u"id"_s).toInteger();
        for (const KeptRow &known : std::as_const(onFile))
            if (id > 0 && known.id == id)
                note.kept = known;
    }
    showUsed();
}

} // namespace keywork
