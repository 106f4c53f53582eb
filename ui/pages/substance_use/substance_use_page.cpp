// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/substance_use/substance_use_page.h"

#include "core/domain/restriction.h"
#include "core/services/care/substances.h"
#include "core/services/records/records.h"
#include "ui/pages/record_print.h"
#include "ui/pages/shown_kinds.h"
#include "ui/pages/substance_use/review_form.h"
#include "ui/pages/substance_use/use_table.h"
#include "ui/text/words.h"
#include "ui/text/words_errors.h"
#include "ui/text/words_substances.h"
#include "ui/theme/theme.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/parts.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

constexpr qsizetype kEarlierAtFirst = 12;

} // namespace

SubstanceUsePage::SubstanceUsePage(Id<Person> person, const Services &services, const Navigator &navigator, QWidget *parent)
    : ListWithForm(person, services, navigator, parent)
    , m_shownEarlier(kEarlierAtFirst)
{
    buildOverview();
}

ReviewForm *SubstanceUsePage::form() const { return static_cast<ReviewForm *>(openedForm()); }

void SubstanceUsePage::buildOverview()
{
    auto *titleLine = wrappingLine(8);
    m_asOf = label({}, "strong", Theme::isLarge());
    m_asOf->setObjectName(u"useAsOf"_s);
    titleLine->addWidget(m_asOf);
    pushRight(titleLine);
    m_print = button(tr("Print this review"));
    m_print->setObjectName(u"printReview"_s);
    connect(m_print, &QPushButton::clicked, this,
        [this] { printRecord(m_services, m_navigator, recordType<SubstanceReview>(), m_latest.value); });
    titleLine->addWidget(m_print);
    auto *add = button(tr("&New review"), "primary");
    add->setObjectName(u"newReview"_s);
    add->setEnabled(m_services.records.mayAdd(recordType<SubstanceReview>()));
    connect(add, &QPushButton::clicked, this, [this] { open({}); });
    titleLine->addWidget(add);
    list()->addLayout(titleLine);
    QVBoxLayout *column = addScrolled();
    m_uses = new Card(tr("What they use"));
    column->addWidget(m_uses);
    m_cards = columnsOrRows(12);
    m_changes = new Card(tr("What changed"));
    m_cards->addWidget(m_changes, 1);
    m_talked = new Card(tr("Talked about"));
    m_cards->addWidget(m_talked, 1);
    column->addLayout(m_cards);
    m_earlier = new Card(tr("Earlier reviews"), tr("the latest first"));
    column->addWidget(m_earlier);
    column->addStretch();
}

void SubstanceUsePage::reload()
{
    const auto all = m_services.substanceReviews.reviews(m_person);
    for (Card *card : {m_uses, m_changes, m_talked, m_earlier})
        card->clear();
    m_latest = {};
    if (!all) {
        m_asOf->setText({});
        m_print->setEnabled(false);
        return m_uses->body()->addWidget(label(words::error(all.error()), "problem", true));
    }
    showLatest(*all);
    showEarlier(*all);
}

void SubstanceUsePage::showLatest(const QList<ReviewOnFile> &all)
{
    const bool isEmpty = all.isEmpty();
    m_print->setEnabled(!isEmpty && mayTakeAlong(m_services));
    m_changes->setVisible(!isEmpty);
    m_talked->setVisible(!isEmpty);
    if (isEmpty) {
        m_asOf->setText(tr("No review yet"));
        m_uses->body()->addWidget(label(words::label(recordType<SubstanceReview>().belongs), "soft", true));
        return;
    }
    const QDate today = m_services.records.today();
    const ReviewOnFile &latest = all.last();
    m_latest = latest.head.id;
    const QString from = words::choice(m_services.records.choices(), u"use_known_from"_s, latest.head.value.knownFrom.code);
    m_asOf->setText(tr("As of %1 · %2").arg(words::dayAndMonth(latest.head.value.asOn, today), from));
    const QHash<qint64, QString> names = words::substanceNames(m_services);
    QList<UseReview> reviews;
    for (const ReviewOnFile &one : all)
        reviews.append(one.asRule());
    addUseHead(m_uses->body(), reviews, today);
    for (const Kept<SubstanceUse> &use : latest.uses)
        addUseLine(m_uses->body(), use.value, reviews, names, m_services);
    if (latest.uses.isEmpty())
        m_uses->body()->addWidget(label(tr("Nothing was named in this review. This does not mean that nothing is used."), "soft", true));
    showChanges(all, names);
    showTalkedAbout(latest);
}

void SubstanceUsePage::showChanges(const QList<ReviewOnFile> &all, const QHash<qint64, QString> &names)
{
    m_changes->setSoft({});
    const auto changes = m_services.substanceReviews.changesOf(all.last());
    if (!changes)
        return m_changes->body()->addWidget(label(words::error(changes.error()), "problem", true));
    if (!*changes)
        return m_changes->body()->addWidget(label(tr("This is the first review."), "soft", true));
    const QDate before = all.at(all.size() - 2).head.value.asOn;
    m_changes->setSoft(tr("since %1").arg(words::dayAndMonth(before, m_services.records.today())));
    addUseChanges(m_changes->body(), **changes, names, m_services);
}

void SubstanceUsePage::showTalkedAbout(const ReviewOnFile &latest)
{
    const SubstanceReview &review = latest.head.value;
    QStringList topics;
    for (const QString &code : review.talkedAbout.split(u',', Qt::SkipEmptyParts))
        topics.append(words::choice(m_services.records.choices(), u"harm_reduction_topic"_s, code));
    m_talked->body()->addWidget(
        label(topics.isEmpty() ? tr("Nothing is noted.") : topics.join(u" · "_s), topics.isEmpty() ? "soft" : "", true));
    if (!review.words.isEmpty())
        m_talked->body()->addWidget(label(u'“' + breakable(review.words) + u'”', "soft", true));
    if (!review.notes.isEmpty())
        m_talked->body()->addWidget(label(breakable(words::shortened(review.notes, 600)), "", true));
}

void SubstanceUsePage::showEarlier(const QList<ReviewOnFile> &all)
{
    m_earlier->setVisible(!all.isEmpty());
    const QDate today = m_services.records.today();
    const QHash<qint64, QString> names = words::substanceNames(m_services);
    const qsizetype shown = std::min(all.size(), m_shownEarlier);
    for (qsizetype i = all.size() - 1; i >= all.size() - shown; --i) {
        QStringList used;
        for (const Kept<SubstanceUse> &use : all.at(i).uses)
            used.append(names.value(use.value.substanceId.value));
        auto *line = wrappingLine(8);
        auto *open = button(words::dayAndMonth(all.at(i).head.value.asOn, today), "link");
        open->setObjectName(u"openReview-"_s + QString::number(all.at(i).head.id.value));
        connect(open, &QPushButton::clicked, this, [this, id = all.at(i).head.id] { showRecord({u"substance_review"_s, id.value}); });
        line->addWidget(open);
        line->addWidget(label(breakable(words::shortened(used.join(u", "_s), 120)), "soft", true));
        m_earlier->body()->addLayout(line);
    }
    addMore(m_earlier->body(), all.size(), m_shownEarlier, u"moreReviews"_s);
}

bool SubstanceUsePage::concerns(const QList<Change> &changes) const
{
    return anyShown(changes, m_person,
        {.theirs = {&recordType<SubstanceReview>(), &recordType<Restriction>()}, .anybodys = {&recordType<Substance>()}});
}

void SubstanceUsePage::showRecord(const RecordRef &record)
{
    if (record.kind == QLatin1String(recordType<SubstanceUse>().table)) { // of a review
        const auto use = m_services.records.one(Id<SubstanceUse>{record.id});
        return use ? showRecord({u"substance_review"_s, use->value.reviewId.value}) : void();
    }
    if (record.kind != QLatin1String(recordType<SubstanceReview>().table))
        return;
    if (record.id == 0) {
        if (m_services.records.mayAdd(recordType<SubstanceReview>()))
            open({}, record.start);
        return;
    }
    const auto known = m_services.substanceReviews.one({record.id});
    if (known && known->head.value.personId == m_person)
        open(*known);
}

void SubstanceUsePage::open(const std::optional<ReviewOnFile> &known, const QVariantMap &fresh)
{
    makeRoom();
    if (m_services.records.mayAdd(recordType<Substance>()))
        if (Done taken = m_services.substances.takeInShipped(); !taken)
            m_navigator.refuse(taken.error());
    auto *form = new ReviewForm(m_person, known, m_services, fresh);
    QVBoxLayout *below = openForm(form, form->editor(), {u"newReview"_s});
    if (known)
        addWithdrawal(below, known->head);
    below->addStretch();
    connect(form, &ReviewForm::saved, this, [this] { formSaved(tr("Saved")); });
    connect(form, &ReviewForm::cancelled, this, [this] { closeForm(ListNow::AsItWas); });
    form->focusFirst();
}

} // namespace keywork
