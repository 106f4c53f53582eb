// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/record/draft_place.h"
#include "core/services/care/care_plans.h"
#include "ui/pages/page.h"
#include "ui/print/care_plan_document.h"

QT_BEGIN_NAMESPACE
class QButtonGroup;
class QLabel;
class QLineEdit;
class QPushButton;
class QVBoxLayout;
QT_END_NAMESPACE

namespace keywork {

class Card;
class RecordEditor;

/// Working on the plan with the resident beside you: the eight areas on the left, one of them on the right.
class CarePlanPage : public Page {
    Q_OBJECT
public:
    CarePlanPage(Id<Person> person, const Services &services, const Navigator &navigator, QWidget *parent = nullptr);
    void reload() override;
    void showRecord(const RecordRef &record) override;
    void showForm(const RecordRef &record, const QString &part) override;
    QVariantMap leftAs() const override; ///< which area was open
    void bringBack(const QVariantMap &left) override;
    void preview(print::CopyKind kind);
    void showArea(Area area);
    void editArea();
    void editDetails();
    void editGoal(const std::optional<Goal> &goal);
    void editStep(const QString &goalThread, const std::optional<StepView> &step);
    void askForSignOff();
    void showChanges();
    RecordEditor *editor() const { return m_editor; }

private:
    /// The names of the buttons that stand for a goal and a step.
    static QString goalName(const QString &thread) { return QStringLiteral("goal-") + thread; }
    static QString stepName(const QString &thread) { return QStringLiteral("step-") + thread; }
    void rebuildAreas();
    void rebuildArea();
    void addWords(const AreaView &area);
    void addGoal(const GoalView &goal);
    void addStep(Card *card, const GoalView &goal, const StepView &step);
    QLabel *dueOf(const StepView &step) const;
    void setDone(const QString &thread, bool done);
    void noteGoal(const GoalView &goal);
    void noteStep(const StepView &step);
    void leaveEditor();
    /// Once it is saved the keys go to `m_then`, the name of what was saved; `another` opens the form of one more of the kind,
    /// when that was asked for with the save.
    void open(RecordEditor *editor, const QString &firstField, const std::function<void()> &another = {});
    /// The keys go to `then`, or to what the plan shows first.
    void closeEditor(QString then = {});
    void addStepByKey();
    QList<KeptRow> carriersOf(const std::optional<StepView> &known) const;
    void openSignOff(const Kept<CarePlanVersion> &version);
    DraftPlace areaDraft(Area area) const;
    bool mayWrite() const;

    const Id<Person> m_person;
    QString m_called;
    Id<Staff> m_keyworker;
    std::optional<PlanView> m_plan;
    Area m_area = Area::Health;
    QLabel *m_version = nullptr;
    QLabel *m_versionSoft = nullptr;
    QPushButton *m_changes = nullptr;
    QPushButton *m_signOff = nullptr;
    QPushButton *m_signOffEarlier = nullptr;
    QPushButton *m_print = nullptr;
    Card *m_areas = nullptr;
    QButtonGroup *m_areaButtons = nullptr;
    QVBoxLayout *m_right = nullptr;
    RecordEditor *m_editor = nullptr;
    QString m_then; ///< the button that stands for what the editor is about
};

} // namespace keywork
