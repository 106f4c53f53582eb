// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/services.h"
#include "ui/pages/keywork/area_notes.h"

QT_BEGIN_NAMESPACE
class QComboBox;
class QLineEdit;
QT_END_NAMESPACE

namespace keywork {

/// Next steps that were agreed: what, who, by when, and the goal of the plan that it is put under as the session is saved.
class AgreedPart : public QWidget {
    Q_OBJECT
public:
    AgreedPart(const QString &resident, const QList<GoalChoice> &goals, const Services &services, QWidget *parent = nullptr);

    void load(const QList<KeptRow> &agreed);
    /// Those that say something; a day that can't be read stands in it as typed.
    QList<KeptRow> parts() const;
    void showProblem(qsizetype part, const QString &sentence);
    void clearProblems();
    QJsonArray toJson() const;
    void fromJson(const QJsonArray &kept);
    /// A new step begins with a goal of this area.
    void preferArea(const std::function<std::optional<Area>()> &area) { m_area = area; }
    void addLine();

Q_SIGNALS:
    void edited();

private:
    struct Line {
        KeptRow kept; ///< as it was loaded; without a type: new
        QWidget *place = nullptr;
        QLineEdit *what = nullptr;
        QComboBox *who = nullptr;
        QLineEdit *name = nullptr;
        QLineEdit *due = nullptr;
        QComboBox *goal = nullptr; ///< null: it is in the plan already
        QLabel *problem = nullptr;
    };
    Line &add(const KeptRow &kept);
    void fill(Line &line, const KeyworkAgreed &agreed);
    void addGoal(Line &line, QLayout *layout, const KeyworkAgreed &agreed);
    QComboBox *makeWho(const KeyworkAgreed &agreed) const;
    KeptRow partOf(const Line &line) const;
    void clear();
    const QString m_resident;
    const QList<GoalChoice> m_goals;
    const Services m_services;
    std::function<std::optional<Area>()> m_area;
    QVBoxLayout *m_places = nullptr;
    QPushButton *m_add = nullptr;
    QList<Line> m_lines;
};

} // namespace keywork
