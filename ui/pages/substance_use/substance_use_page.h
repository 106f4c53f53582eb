// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/care/substance_reviews.h"
#include "ui/pages/list_with_form.h"

QT_BEGIN_NAMESPACE
class QBoxLayout;
class QPushButton;
QT_END_NAMESPACE

namespace keywork {

class Card;
class ReviewForm;

/// What a resident uses as it was last told, what changed since the review before, what was talked about, and each substance
/// over time; the form of a new review, and of one that is on file.
class SubstanceUsePage : public ListWithForm {
    Q_OBJECT
public:
    SubstanceUsePage(Id<Person> person, const Services &services, const Navigator &navigator, QWidget *parent = nullptr);
    void reload() override;
    void showRecord(const RecordRef &record) override;
    bool concerns(const QList<Change> &changes) const override;
    ReviewForm *form() const;

private:
    void buildOverview();
    void showLatest(const QList<ReviewOnFile> &all);
    void showChanges(const QList<ReviewOnFile> &all, const QHash<qint64, QString> &names);
    void showTalkedAbout(const ReviewOnFile &latest);
    void showEarlier(const QList<ReviewOnFile> &all);
    void open(const std::optional<ReviewOnFile> &known, const QVariantMap &fresh = {});
    QLabel *m_asOf = nullptr;
    QPushButton *m_print = nullptr;
    Card *m_uses = nullptr;
    QBoxLayout *m_cards = nullptr; ///< side by side: a card is one `addWidget(card, 1)`
    Card *m_changes = nullptr;
    Card *m_talked = nullptr;
    Card *m_earlier = nullptr;
    Id<SubstanceReview> m_latest;
    qsizetype m_shownEarlier;
};

} // namespace keywork
