// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/residents/doubles_page.h"

#include "core/services/records/people.h"
#include "ui/forms/inputs/reference_input.h"
#include "ui/pages/residents/merge_part.h"
#include "ui/text/field_label.h"
#include "ui/text/words.h"
#include "ui/text/words_errors.h"
#include "ui/theme/theme.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/parts.h"

#include <QLineEdit>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

QString described(const Person &person)
{
    QStringList parts{person.displayName(), person.number};
    if (person.bornOn)
        parts.append(DoublesPage::tr("born %1").arg(words::partialDate(*person.bornOn)));
    return parts.join(u" · "_s);
}

} // namespace

DoublesPage::DoublesPage(const Services &services, const Navigator &navigator, QWidget *parent)
    : Page(services, navigator, parent)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 16, 20, 20);
    layout->setSpacing(14);
    layout->addWidget(label(tr("The same person twice"), "title"));
    m_likely = new Card(tr("May be one person"), tr("the same number, or the same birth date and a name that sounds alike"));
    m_compared = new Card(tr("Two records, side by side"));
    m_merged = new Card(tr("Made one"), tr("newest first"));
    for (Card *card : {m_likely, m_compared, m_merged})
        layout->addWidget(card);
    layout->addStretch();

    auto *line = wrappingLine(8);
    m_stays = personSearch(u"staysNumber"_s, tr("The record that stays"), line);
    m_goes = personSearch(u"goesNumber"_s, tr("the one that goes into it"), line);
    auto *look = button(tr("&Compare"));
    look->setObjectName(u"compareNumbers"_s);
    connect(look, &QPushButton::clicked, this, &DoublesPage::compareChosen);
    line->addWidget(look);
    pushRight(line);
    m_compared->body()->addLayout(line);
    m_part = new MergePart(services, navigator);
    m_compared->body()->addWidget(m_part);
    connect(m_part, &MergePart::done, this, [this] {
        m_part->clear();
        m_stays->setValue({});
        m_goes->setValue({});
        reload();
        m_stays->keys()->setFocus();
    });
    reload();
}

bool DoublesPage::concerns(const QList<Change> &changes) const
{
    return std::any_of(changes.cbegin(), changes.cend(), [](const Change &change) {
        return change.kind.startsWith(u"person") || change.kind.endsWith(u"person") || change.kind == u"different_people";
    });
}

void DoublesPage::reload()
{
    showLikely();
    showMerged();
}

void DoublesPage::showLikely()
{
    m_likely->clear();
    const auto doubles = m_services.merging.likelyDoubles();
    if (!doubles) {
        m_likely->body()->addWidget(label(words::error(doubles.error()), "problem", true));
        return;
    }
    if (doubles->isEmpty())
        m_likely->body()->addWidget(label(tr("Nobody on file looks like somebody else."), "soft", true));
    for (const LikelyDouble &two : *doubles)
        addLikely(two);
}

void DoublesPage::addLikely(const LikelyDouble &two)
{
    auto *line = wrappingLine(10);
    line->addWidget(label(breakable(described(two.one.value)), "strong", true));
    line->addWidget(label(breakable(described(two.other.value)), "strong", true));
    line->addWidget(
        label(two.sameNumber ? tr("the same NHS or National Insurance number") : tr("same birth date, name alike"), "soft", true));
    pushRight(line);
    const QString pair = two.one.value.number + u", "_s + two.other.value.number;
    auto *look = button(tr("Side by side"));
    look->setObjectName(u"compare-"_s + two.one.value.number);
    look->setAccessibleName(tr("Side by side: %1").arg(pair));
    auto *no = button(tr("Not the same person…"));
    no->setObjectName(u"different-"_s + two.one.value.number);
    no->setAccessibleName(tr("Not the same person: %1").arg(pair));
    line->addWidget(look);
    line->addWidget(no);
    auto *under = new QVBoxLayout;
    m_likely->body()->addLayout(line);
    m_likely->body()->addLayout(under);
    connect(look, &QPushButton::clicked, this, [this, two] { compare(two.one.id, two.other.id); });
    connect(no, &QPushButton::clicked, this, [this, under, two] {
        ask(under, tr("How you know that they are two people"), tr("They are two people"), tr("Two people: they are not asked about again"),
            [this, two](const QString &because) -> Done {
                const auto kept = m_services.merging.notTheSame(two.one.id, two.other.id, because);
                return kept ? Done() : Done(kept.error());
            });
    });
}

/// A reason on the spot, and what is done with it.
void DoublesPage::ask(
    QLayout *under, const QString &title, const QString &press, const QString &what, const std::function<Done(const QString &)> &act)
{
    emptyLayout(under);
    auto *line = lineOrFlow(8);
    auto *because = new QLineEdit;
    because->setObjectName(u"askedBecause"_s);
    line->addWidget(titled(title, because));
    auto *keep = button(press, "primary");
    keep->setObjectName(u"askedKeep"_s);
    auto *leave = button(tr("Leave it"));
    line->addWidget(keep);
    line->addWidget(leave);
    pushRight(line);
    static_cast<QVBoxLayout *>(under)->addLayout(line);
    const auto go = [this, because, act, what] {
        const Done done = act(because->text());
        m_navigator.answer(done, what);
        if (!done)
            return because->setFocus();
        reload();
        m_stays->keys()->setFocus(); // not to the places
    };
    connect(keep, &QPushButton::clicked, this, go);
    connect(because, &QLineEdit::returnPressed, this, go);
    connect(leave, &QPushButton::clicked, this, [under] { emptyLayout(under); });
    because->setFocus();
}

ReferenceSearch *DoublesPage::personSearch(const QString &name, const QString &title, QLayout *line)
{
    static const Field &somebody = *recordType<MergedPerson>().fieldNamed(u"person_id"_s);
    auto *search = new ReferenceSearch(recordType<Person>(), somebody, m_services);
    auto *typed = static_cast<QLineEdit *>(search->keys());
    typed->setObjectName(name);
    typed->setAccessibleName(title);
    typed->setPlaceholderText(tr("name, number or room"));
    search->setFixedWidth(Theme::scaled(Theme::isLarge() ? 140 : 260)); // with its title no wider than a small window
    QWidget *both = titled(title, search);
    both->findChild<QLabel *>()->setBuddy(typed);
    line->addWidget(both);
    connect(typed, &QLineEdit::returnPressed, this, &DoublesPage::compareChosen);
    return search;
}

void DoublesPage::compareChosen()
{
    for (ReferenceSearch *search : {m_stays, m_goes}) {
        if (search->value().toLongLong() > 0)
            continue;
        auto *typed = static_cast<QLineEdit *>(search->keys());
        const QString text = typed->text().trimmed();
        m_part->clear();
        if (!text.isEmpty())
            m_navigator.refuse(tr("“%1” is nobody on file, or more than one. Please choose from the list.").arg(text));
        else if (search == m_stays || typed->hasFocus())
            m_navigator.refuse(tr("Please say which two records."));
        typed->setFocus();
        return;
    }
    compare({m_stays->value().toLongLong()}, {m_goes->value().toLongLong()});
}

void DoublesPage::compare(Id<Person> stays, Id<Person> goes)
{
    m_part->showPair(stays, goes);
    bringIntoView(m_part);
}

void DoublesPage::showMerged()
{
    m_merged->clear();
    const auto merged = m_services.records.all<MergedPerson>();
    if (!merged || merged->isEmpty()) {
        m_merged->body()->addWidget(
            label(merged ? tr("No two records were made one yet.") : words::error(merged.error()), merged ? "soft" : "problem", true));
        return;
    }
    for (const Kept<MergedPerson> &one : *merged)
        addMerged(one);
}

QString DoublesPage::whatStays(const Kept<MergedPerson> &merged) const
{
    const auto left = m_services.merging.leftBehind(merged.id);
    if (!left)
        return words::error(left.error());
    if (left->isNothing())
        return tr("Nothing was saved on the record since: both will be as they were.");
    QStringList parts;
    for (const KeptRow &row : left->records)
        parts.append(words::label(row.row.type->title));
    for (const QString &column : left->fields)
        parts.append(words::labelOfField<Person>(column));
    return tr("Saved since, and staying where it is: %1.").arg(parts.join(u", "_s));
}

void DoublesPage::addMerged(const Kept<MergedPerson> &merged)
{
    const auto stays = m_services.records.one(merged.value.personId);
    const QString into = stays ? stays->value.displayName() + u" · "_s + stays->value.number : tr("a record that you may not open");
    const QDateTime at = m_services.records.clock().local(merged.createdAt);
    auto *line = wrappingLine(10);
    line->addWidget(label(breakable(tr("%1 went into %2").arg(merged.value.mergedName, into)), "strong", true));
    line->addWidget(label(merged.value.undoneAt
            ? tr("parted again %1: %2")
                  .arg(words::date(m_services.records.clock().local(*merged.value.undoneAt).date()), merged.value.undoneBecause)
            : tr("%1: %2").arg(words::date(at.date()), merged.value.because),
        "soft", true));
    pushRight(line);
    auto *under = new QVBoxLayout;
    if (!merged.value.undoneAt && stays) {
        auto *part = button(tr("Part them again…"));
        part->setObjectName(u"part-"_s + merged.value.mergedNumber);
        part->setAccessibleName(tr("Part %1 again").arg(merged.value.mergedName));
        line->addWidget(part);
        connect(part, &QPushButton::clicked, this, [this, under, merged] {
            ask(under, tr("Why they are two people"), tr("Part them"), tr("Two records again"),
                [this, merged](const QString &because) { return m_services.merging.undo(merged.id, because); });
            under->addWidget(label(whatStays(merged), "soft", true));
        });
    }
    m_merged->body()->addLayout(line);
    m_merged->body()->addLayout(under);
}

} // namespace keywork
