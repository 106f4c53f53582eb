// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/settings/retention_page.h"

#include "core/domain/referral_in.h"
#include "core/services/keeping/open_hostel.h"
#include "core/services/keeping/retention.h"
#include "core/services/records/finding.h"
#include "core/services/records/people.h"
#include "core/services/records/records.h"
#include "ui/forms/password_again.h"
#include "ui/pages/settings/settings_title.h"
#include "ui/text/person_details.h"
#include "ui/text/words.h"
#include "ui/text/words_errors.h"
#include "ui/theme/theme.h"
#include "ui/widgets/choice_box.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/kept_focus.h"
#include "ui/widgets/parts.h"
#include "ui/widgets/text_button.h"

#include <QLineEdit>
#include <QSpinBox>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {
constexpr int kShown = 50;
}

RetentionPage::RetentionPage(OpenHostel &hostel, const Navigator &navigator, QWidget *parent)
    : Page(hostel.services(), navigator, parent)
    , m_hostel(hostel)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 16, 20, 20);
    layout->setSpacing(14);
    if (m_services.records.session().manages())
        layout->addWidget(settingsTitle(u"retention"_s, navigator));
    else
        layout->addWidget(label(tr("Erasures to look at"), "title"));
    m_waiting = new Card(tr("Proposed, waiting for a second person"));
    m_due = new Card(tr("Time has passed"), tr("longest first"));
    m_wish = new Card(tr("Before its time"), tr("the person asked for it, or it should not have been kept"));
    m_rules = new Card(tr("How long records are kept"));
    m_done = new Card(tr("Erased"), tr("certificates without personal data"));
    for (Card *card : {m_waiting, m_due, m_wish, m_rules, m_done})
        layout->addWidget(card);
    layout->addStretch();
    buildWish();
    reload();
}

void RetentionPage::reload()
{
    const bool manages = m_services.records.session().manages();
    m_due->setVisible(manages);
    m_wish->setVisible(manages);
    m_rules->setVisible(manages);
    if (manages) {
        showRules();
        showDue();
    }
    showWaiting();
    showDone();
}

void RetentionPage::tell(const Done &done, const QString &good)
{
    m_navigator.answer(done, good);
    if (done) // what was typed stays where it was refused
        keepingFocus(this, [this] { reload(); });
}

void RetentionPage::showRules()
{
    m_rules->clear();
    m_rules->body()->addWidget(
        label(tr("Six years after leaving is the usual time; the other two are Keywork's own. A contract or law may ask for another."),
            "soft", true));
    for (const RetentionClass what : allOf<RetentionClass>()) {
        const auto years = m_services.retention.years(what);
        auto *line = lineOrFlow(8);
        auto *spin = new QSpinBox;
        spin->setObjectName(u"years-"_s + QLatin1String(codeOf(what)));
        spin->setRange(1, 30);
        spin->setButtonSymbols(QAbstractSpinBox::NoButtons);
        spin->setValue(years ? *years : 0);
        auto *name = label(words::labelFor(what), "fieldLabel");
        if (!Theme::isLarge())
            name->setMinimumWidth(Theme::scaled(250)); // one under the other
        name->setBuddy(spin);
        line->addWidget(name);
        line->addWidget(spin);
        line->addWidget(label(tr("years"), "soft"));
        auto *why = new QLineEdit;
        why->setObjectName(u"why-"_s + QLatin1String(codeOf(what)));
        why->setPlaceholderText(tr("why this long"));
        why->setAccessibleName(tr("Why this long: %1").arg(words::labelFor(what)));
        line->addWidget(why);
        auto *save = button(tr("Save"));
        save->setAccessibleName(tr("Save how long: %1").arg(words::labelFor(what)));
        connect(save, &QPushButton::clicked, this, [this, what, spin, why] {
            const auto kept = m_services.records.add(RetentionRule{what, spin->value(), why->text()});
            tell(kept ? Done() : Done(kept.error()), tr("Saved"));
        });
        line->addWidget(save);
        pushRight(line);
        m_rules->body()->addLayout(line);
    }
}

void RetentionPage::showDue()
{
    m_due->clear();
    const auto due = m_services.retention.due();
    if (!due) {
        m_due->body()->addWidget(label(words::error(due.error()), "problem", true));
        return;
    }
    if (due->isEmpty())
        m_due->body()->addWidget(label(tr("Nothing is due. A record comes here when its time has passed."), "soft", true));
    for (const DueRecord &record : due->mid(0, kShown)) {
        auto *line = lineOrFlow(10);
        line->addWidget(label(record.name + u" · "_s + record.number, "strong"));
        line->addWidget(label(tr("due since %1").arg(words::date(record.due)), "soft"));
        if (record.isHeld)
            line->addWidget(chip(tr("Do not erase yet"), "attention"));
        pushRight(line);
        auto *go = button(record.erasure ? tr("Proposed") : tr("Propose to erase…"));
        go->setAccessibleName(tr("Propose to erase %1").arg(record.number));
        go->setEnabled(!record.isHeld && !record.erasure);
        connect(go, &QPushButton::clicked, this, [this, record] { propose(record, ErasureWhy::Retention); });
        line->addWidget(go);
        m_due->body()->addLayout(line);
    }
}

void RetentionPage::buildWish()
{
    auto *line = wrappingLine(8);
    m_number = new QLineEdit;
    m_number->setObjectName(u"wishNumber"_s);
    m_number->setPlaceholderText(tr("P-0031, or a name"));
    m_number->setMinimumWidth(Theme::scaled(Theme::isLarge() ? 110 : 240)); // its title stands beside it
    m_why = new ChoiceBox;
    m_why->setObjectName(u"wishWhy"_s);
    m_why->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon); // in full below where it is cut
    m_why->setMinimumContentsLength(14);
    for (const ErasureWhy why : {ErasureWhy::TheirWish, ErasureWhy::KeptInError})
        m_why->addItem(words::labelFor(why), int(why));
    m_propose = button(tr("&Propose to erase…"));
    m_propose->setObjectName(u"wishPropose"_s);
    m_propose->setEnabled(false);
    const auto add = [&](const QString &title, QWidget *field) { line->addWidget(titled(title, field)); };
    add(tr("Name, or number of the record"), m_number);
    add(tr("Why"), m_why);
    line->addWidget(m_propose);
    pushRight(line);
    m_wish->body()->addLayout(line);
    m_named = label({}, "soft", true);
    m_named->setObjectName(u"wishNamed"_s);
    m_named->hide();
    m_wish->body()->addWidget(m_named);
    m_matches = new QVBoxLayout;
    m_wish->body()->addLayout(m_matches);
    connect(m_number, &QLineEdit::textChanged, this, &RetentionPage::lookUp);
    connect(m_propose, &QPushButton::clicked, this, [this] { propose(*m_wished, ErasureWhy(m_why->currentData().toInt())); });
}

void RetentionPage::lookUp()
{
    m_wished.reset();
    emptyLayout(m_matches);
    const QString typed = m_number->text().trimmed();
    const auto found = typed.isEmpty() ? Result<DueRecord>(Error{ErrorKind::NotFound, {}, {}}) : m_services.retention.named(typed);
    if (found)
        m_wished = *found;
    m_propose->setEnabled(found && !found->isHeld);
    m_named->setVisible(!typed.isEmpty());
    m_named->setText(typed.isEmpty() ? QString()
            : !found                 ? sayMatches(typed)
            : found->isHeld          ? tr("%1: must not be erased yet").arg(found->name)
                            : tr("%1. A second member of the team has to approve it; then nothing of it is left.").arg(found->name));
}

/// Offers whoever has this name. Nobody is taken by a name alone: of two with one name the line says which is meant.
QString RetentionPage::sayMatches(const QString &typed)
{
    constexpr int kMatches = 6;
    QList<Id<Person>> ids;
    const auto answer = m_services.finding.find(typed);
    for (const Found &one : answer ? *answer : QList<Found>())
        if (one.isName && one.person && !ids.contains(Id<Person>{one.person}))
            ids.append(Id<Person>{one.person});
    const auto lines = m_services.people.lines(ids.mid(0, kMatches));
    for (const ResidentLine &line : lines ? *lines : QList<ResidentLine>()) {
        auto *choose = new TextButton(words::personLine(line));
        choose->setObjectName(u"wishMatch"_s);
        connect(
            choose, &QPushButton::clicked, this,
            [this, typed, count = ids.size(), number = line.person.value.number] {
                Q_UNUSED(bool(m_services.finding.finished(typed, count)));
                m_number->setText(number);
                m_number->setFocus();
            },
            Qt::QueuedConnection); // it takes this button down
        m_matches->addWidget(choose);
    }
    if (!lines || lines->isEmpty())
        return tr("No record has this name or number.");
    return ids.size() > kMatches ? tr("Whose record? There are more: type more of the name.") : tr("Whose record?");
}

void RetentionPage::propose(const DueRecord &record, ErasureWhy why)
{
    withPassword(
        this, m_services, tr("Propose to erase %1").arg(record.number),
        [this, record, why]() -> Done {
            const auto proposed = m_services.retention.propose(record.what, record.record, why);
            return proposed ? Done() : Done(proposed.error());
        },
        [this](const Done &done) {
            if (done)
                m_number->clear();
            tell(done, tr("Proposed. Another member of the team has to approve it."));
        });
}

QString RetentionPage::nameOf(const Erasure &erasure) const
{
    if (erasure.what == RetentionClass::ReferralIn) {
        const auto referral = m_services.records.one(Id<ReferralIn>{erasure.record});
        return referral ? referral->value.personName + u" · "_s : QString();
    }
    const auto person = m_services.records.one(Id<Person>{erasure.record});
    return person ? person->value.displayName() + u" · "_s : QString();
}

QString RetentionPage::memberName(qint64 staff) const
{
    const auto member = m_services.records.one(Id<Staff>{staff});
    return member ? member->value.name : tr("a colleague");
}

void RetentionPage::showWaiting()
{
    m_waiting->clear();
    const auto waiting = m_services.retention.waiting();
    m_waiting->setVisible(waiting && !waiting->isEmpty());
    for (const Kept<Erasure> &erasure : waiting ? *waiting : QList<Kept<Erasure>>()) {
        const bool isOwn = erasure.createdBy == m_services.records.session().staff().value;
        auto *line = lineOrFlow(10);
        line->addWidget(label(nameOf(erasure.value) + erasure.value.number + u" · "_s + words::labelFor(erasure.value.why), "strong"));
        line->addWidget(label(
            isOwn ? tr("proposed by you: somebody else has to approve") : tr("proposed by %1").arg(memberName(erasure.createdBy)), "soft"));
        pushRight(line);
        if (erasure.value.what != RetentionClass::ReferralIn) {
            auto *open = button(tr("Open the record"));
            open->setAccessibleName(tr("Open the record %1").arg(erasure.value.number));
            connect(open, &QPushButton::clicked, this, [this, id = erasure.value.record] { m_navigator.openResident({id}); });
            line->addWidget(open);
        }
        auto *drop = button(tr("Keep it"));
        drop->setAccessibleName(tr("Keep the record %1").arg(erasure.value.number));
        connect(drop, &QPushButton::clicked, this,
            [this, id = erasure.id] { tell(m_services.retention.drop(id, tr("kept")), tr("The record stays.")); });
        auto *erase = button(tr("Erase for good…"));
        erase->setObjectName(u"approveErasure"_s);
        erase->setAccessibleName(tr("Erase %1 for good").arg(erasure.value.number));
        erase->setEnabled(!isOwn);
        connect(erase, &QPushButton::clicked, this, [this, erasure] { approve(erasure); });
        line->addWidget(drop);
        line->addWidget(erase);
        m_waiting->body()->addLayout(line);
    }
}

void RetentionPage::approve(const Kept<Erasure> &erasure)
{
    withPasswordAnew(
        this, m_services, tr("Erase %1 for good: nothing brings it back").arg(erasure.value.number),
        [this, erasure]() -> Done {
            const auto done = m_services.retention.approve(erasure.id);
            return done ? Done() : Done(done.error());
        },
        [this](const Done &done) { tell(done, tr("Erased. Write the file anew to take the words out of its pages.")); });
}

void RetentionPage::showDone()
{
    m_done->clear();
    const auto done = m_services.retention.done();
    if (!done || done->isEmpty()) {
        m_done->body()->addWidget(label(tr("Nothing was erased yet."), "soft", true));
        return;
    }
    for (const Kept<Erasure> &erasure : done->mid(0, kShown)) {
        const QDateTime at = m_services.records.clock().local(*erasure.value.erasedAt);
        m_done->body()->addWidget(label(tr("%1 · %2 · erased %3: %4 records, %5 history entries emptied")
                                            .arg(erasure.value.number, words::labelFor(erasure.value.why), words::date(at.date()))
                                            .arg(erasure.value.records)
                                            .arg(erasure.value.entries),
            "", true));
    }
    if (!m_services.records.session().manages())
        return;
    m_done->body()->addWidget(
        label(tr("The words stay in unused pages until the file is written anew. Older backups still hold them until they "
                 "are thinned, and a file that a restore kept aside until you delete it under Backups; when a backup is restored, what was "
                 "erased is erased again."),
            "soft", true));
    auto *compacting = button(tr("Write the file &anew now…"));
    compacting->setObjectName(u"compact"_s);
    connect(compacting, &QPushButton::clicked, this, &RetentionPage::compact);
    m_done->body()->addWidget(compacting, 0, Qt::AlignLeft);
}

void RetentionPage::compact()
{
    withPassword(
        this, m_services, tr("Write the whole file anew"),
        [this]() -> Done {
            auto job = m_hostel.rewriting(OpenHostel::Rewriting::Compaction);
            if (!job)
                return job.error();
            m_navigator.rewrite(*job, tr("The file is written anew: what was erased is in none of its pages. Please sign in."));
            return {};
        },
        [this](const Done &done) {
            if (!done)
                m_navigator.refuse(done.error());
        });
}

} // namespace keywork
