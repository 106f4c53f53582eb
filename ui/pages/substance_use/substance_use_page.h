// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/care/substance_reviews.h"
#include "core/services/records/change_notifier.h"
#include "ui/pages/page.h"

QT_BEGIN_NAMESPACE
class QBoxLayout;
class QPushButton;
class QStackedLayout;
QT_END_NAMESPACE

namespace keywork {

class Card;
class ReviewForm;

/// What a resident uses as it was last told, what changed since the review before, what was talked about, and each substance
/// over time; the form of a new review, and of one that is on file.
class SubstanceUsePage : public Page {
    Q_OBJECT
public:
    SubstanceUsePage(Id<Person> person, const Services &services, const Navigator &navigator, QWidget *parent = nullptr);
    void reload() override;
    void showRecord(const RecordRef &record) override;
    bool concerns(const QList<Change> &changes) const override;
    ReviewForm *form() const { return m_form; }

private:
    QWidget *buildOverview();
    void showLatest(const QList<ReviewOnFile> &all);
    void showChanges(const QList<ReviewOnFile> &all, const QHash<qint64, QString> &names);
    void showTalkedAbout(const ReviewOnFile &latest);
    void showEarlier(const QList<ReviewOnFile> &all);
    void openForm(const std::optional<ReviewOnFile> &known, QDate asOf = {});
    void addWithdrawal(QVBoxLayout *below, const ReviewOnFile &known);
    void closeForm();
    const Id<Person> m_person;
    QStackedLayout *m_stack = nullptr;
    QWidget *m_formPlace = nullptr;
    QLabel *m_asOf = nullptr;
    QPushButton *m_print = nullptr;
    Card *m_uses = nullptr;
    QBoxLayout *m_cards = nullptr; ///< side by side: a card is one `addWidget(card, 1)`
    Card *m_changes = nullptr;
    Card *m_talked = nullptr;
    Card *m_earlier = nullptr;
    ReviewForm *m_form = nullptr;
    Id<SubstanceReview> m_latest;
    qsizetype m_shownEarlier;
};

} // namespace keywork
