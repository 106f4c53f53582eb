// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/care/move_on.h"
#include "ui/pages/house/records_page.h"

namespace keywork {

class AfterLeavingCard;
class Card;
class MovingDayCard;
class ReadinessCard;
class RecordEditor;

/// The part of the draft's place of the form that asks how somebody leaves.
inline constexpr const char *kLeaving = "leaving";

/// A resident's way out: where moving on stands, how ready they are, the moving day, and contact afterwards, above the lists
/// that it follows from. Leaving is asked in one form.
class MoveOnPage : public KindsPage {
    Q_OBJECT
public:
    MoveOnPage(Id<Person> person, const Services &services, const Navigator &navigator, QWidget *parent = nullptr);
    void reload() override;
    bool concerns(const QList<Change> &changes) const override;
    void showForm(const RecordRef &record, const QString &part) override;
    /// Day, reason and where to; null while it is not open.
    RecordEditor *leaving() const { return m_leaving; }

private:
    QWidget *buildCards();
    void buildSummaryButtons();
    void readAnew();
    void tell(const MoveOnPicture &picture);
    void openLeaving();
    void closeLeaving();
    void addStillOpen();
    Done leave(const Row &row);
    QPushButton *printButton();
    void fillPrintMenu();
    const Id<Person> m_person;
    QWidget *m_cards = nullptr;
    Card *m_summary = nullptr;
    QVBoxLayout *m_lines = nullptr;
    QPushButton *m_leave = nullptr;
    QPushButton *m_print = nullptr;
    ReadinessCard *m_readiness = nullptr;
    MovingDayCard *m_day = nullptr;
    AfterLeavingCard *m_after = nullptr;
    Card *m_leavingCard = nullptr;
    RecordEditor *m_leaving = nullptr;
};

} // namespace keywork
