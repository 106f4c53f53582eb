// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/keywork.h"

#include <QJsonArray>
#include <QWidget>

QT_BEGIN_NAMESPACE
class QCheckBox;
class QLabel;
class QPlainTextEdit;
class QPushButton;
class QVBoxLayout;
QT_END_NAMESPACE

namespace keywork {

/// A goal of the plan that a note may touch, or a step be added to.
struct GoalChoice {
    Area area = Area::Health;
    QString thread;
    QString statement;
};

/// The notes of a session: a chip for each area, Alt and its number to get there; once more, and another note of the area
/// begins.
class AreaNotes : public QWidget {
    Q_OBJECT
public:
    explicit AreaNotes(const QList<GoalChoice> &goals, QWidget *parent = nullptr);

    /// In the order of the chips.
    static const QList<Area> &areas();
    void goTo(Area area);
    void load(const QList<KeptRow> &notes);
    /// Those with words in them; what was emptied is left out.
    QList<KeptRow> parts() const;
    void showProblem(qsizetype part, const QString &sentence);
    void clearProblems();
    QJsonArray toJson() const;
    void fromJson(const QJsonArray &kept);
    /// The area of the note that was typed in last.
    std::optional<Area> currentArea() const { return m_current; }

Q_SIGNALS:
    void edited();

private:
    struct Note {
        KeptRow kept;
        Area area = Area::Health;
        QWidget *place = nullptr;
        QPlainTextEdit *words = nullptr;
        QLabel *problem = nullptr;
        QList<std::pair<QString, QCheckBox *>> goals;
    };
    Note &add(Area area, const QString &text, const QStringList &goals);
    void addGoals(Note &note, QVBoxLayout *layout, const QStringList &ticked);
    void showUsed();
    void clear();
    bool isFilled(const Note &note) const;
    const QList<GoalChoice> m_choices;
    QList<QPushButton *> m_chips;
    QVBoxLayout *m_places = nullptr;
    QLabel *m_hint = nullptr;
    QList<Note> m_notes; ///< in the order in which they were begun
    std::optional<Area> m_current;
};

} // namespace keywork
