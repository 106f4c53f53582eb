// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/substance_use/substance_use_page.h"

#include "core/services/care/substances.h"
#include "core/services/records/records.h"
#include "ui/forms/withdrawal_line.h"
#include "ui/pages/record_print.h"
#include "ui/pages/substance_use/review_form.h"
#include "ui/pages/substance_use/use_table.h"
#include "ui/text/words.h"
#include "ui/text/words_errors.h"
#include "ui/text/words_substances.h"
#include "ui/theme/theme.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/kept_focus.h"
#include "ui/widgets/page_stack.h"
#include "ui/widgets/parts.h"

#include <QLineEdit>
#include <QStackedLayout>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

constexpr qsizetype kEarlierAtFirst = 12;

} // namespace

SubstanceUsePage::SubstanceUsePage(Id<Person> person, const Services &services, const Navigator &navigator, QWidget *parent)
    : Page(services, navigator, parent)
    , m_person(person)
    , m_shownEarlier(kEarlierAtFirst)
{
    m_stack = new PageStack(this);
    m_stack->addWidget(buildOverview());
    m_formPlace = new QWidget;
    auto *place = new QVBoxLayout(m_formPlace);
    place->setContentsMargins(0, 0, 0, 0);
    m_stack->addWidget(m_formPlace);
}

QWidget *SubstanceUsePage::buildOverview()
{
    auto *whole = new QWidget;
    auto *layout = new QVBoxLayout(whole);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(12);
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
    connect(add, &QPushButton::clicked, this, [this] { openForm({}); });
    titleLine->addWidget(add);
    layout->addLayout(titleLine);
    auto *cards = new QWidget;
    auto *column = new QVBoxLayout(cards);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(12);
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
    layout->addWidget(ownScroll(cards, Sideways::Never), 1);
    return whole;
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
    if (all.size() <= shown)
        return;
    auto *more = button(tr("Show %1 more").arg(all.size() - shown), "link");
    more->setObjectName(u"moreReviews"_s);
    connect(more, &QPushButton::clicked, this, [this, count = all.size()] {
        m_shownEarlier = count;
        reload();
    });
    m_earlier->body()->addWidget(more);
}

bool SubstanceUsePage::concerns(const QList<Change> &changes) const
{
    return std::any_of(changes.cbegin(), changes.cend(), [this](const Change &change) {
        const bool isTheirs = change.person == 0 || change.person == m_person.value;
        const bool isOurs = change.kind == QLatin1String(recordType<SubstanceReview>().table)
            || change.kind == QLatin1String(recordType<SubstanceUse>().table);
        return change.kind.isEmpty() || change.kind == QLatin1String(recordType<Substance>().table) || (isOurs && isTheirs)
            || (change.kind == u"restriction"_s && isTheirs);
    });
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
            openForm({}, dayFromStored(record.start.value(u"as_on"_s).toString()));
        return;
    }
    const auto known = m_services.substanceReviews.one({record.id});
    if (known && known->head.value.personId == m_person)
        openForm(*known);
}

void SubstanceUsePage::openForm(const std::optional<ReviewOnFile> &known, QDate asOf)
{
    if (m_form)
        m_form->editor()->keepDraftNow();
    emptyLayout(m_formPlace->layout());
    m_form = nullptr;
    if (m_services.records.mayAdd(recordType<Substance>()))
        if (Done taken = m_services.substances.takeInShipped(); !taken)
            m_navigator.refuse(taken.error());
    m_form = new ReviewForm(m_person, known, m_services, asOf);
    auto *card = new Card;
    card->body()->addWidget(m_form);
    if (known && m_services.records.mayChange(recordType<SubstanceReview>()))
        addWithdrawal(card->body(), *known);
    card->body()->addStretch();
    m_formPlace->layout()->addWidget(ownScroll(card, Sideways::Never));
    m_stack->setCurrentWidget(m_formPlace);
    connect(m_form, &ReviewForm::saved, this, [this] {
        m_navigator.say(tr("Saved"));
        closeForm();
        reload();
    });
    connect(m_form, &ReviewForm::cancelled, this, [this] { closeForm(); });
    m_form->focusFirst();
}

void SubstanceUsePage::addWithdrawal(QVBoxLayout *below, const ReviewOnFile &known)
{
    auto *wrong = button(tr("Entered in error…"), "link");
    below->addWidget(wrong, 0, Qt::AlignRight);
    auto *reason = withdrawalLine([this, head = known.head](const QString &why) {
        if (!m_form)
            return true; // the form was left meanwhile
        const auto takeAway = [&] { return m_services.records.withdraw(recordType<SubstanceReview>(), head.id.value, head.version, why); };
        if (Done done = m_form->editor()->goWith(takeAway); !done) {
            m_form->editor()->showError(done.error());
            return false;
        }
        m_navigator.say(tr("Marked as entered in error"));
        closeForm();
        reload();
        return true;
    });
    reason->hide();
    below->addWidget(reason);
    connect(wrong, &QPushButton::clicked, reason, [reason] {
        reason->show();
        reason->setFocus();
    });
}

void SubstanceUsePage::closeForm()
{
    emptyLayout(m_formPlace->layout());
    m_form = nullptr;
    m_stack->setCurrentIndex(0);
    giveKeysTo(this, {u"newReview"_s});
}

} // namespace keywork
