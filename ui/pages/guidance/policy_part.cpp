// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/guidance/policy_part.h"

#include "core/services/house/guidance.h"
#include "core/services/house/policies.h"
#include "core/services/records/records.h"
#include "ui/text/guidance_entries.h"
#include "ui/text/words.h"
#include "ui/text/words_errors.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/parts.h"

#include <QCoreApplication>
#include <QVariantMap>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

QString namesOf(const QList<PolicyReader> &readers, bool haveRead, const Clock &clock)
{
    QStringList names;
    for (const PolicyReader &one : readers)
        if (one.readAt.has_value() == haveRead)
            names.append(
                one.readAt ? one.who.value.name + u" ("_s + words::date(clock.local(*one.readAt).date()) + u')' : one.who.value.name);
    return names.join(u", "_s);
}

/// The next version, filled in with the words of this one.
QVariantMap startOf(const Policy &next)
{
    QVariantMap start;
    const Row row = toRow(next);
    for (const Field &field : row.type->fields)
        start.insert(QString::fromLatin1(field.column), row.value(QString::fromLatin1(field.column)));
    return start;
}

} // namespace

PolicyPart::PolicyPart(Id<Policy> version, const Services &services, const Navigator &navigator, QWidget *parent)
    : QWidget(parent)
    , m_version(version)
    , m_services(services)
    , m_navigator(navigator)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 6, 0, 0);
    layout->setSpacing(6);
    fill();
}

void PolicyPart::fill()
{
    auto *layout = static_cast<QVBoxLayout *>(this->layout());
    emptyLayout(layout);
    const auto policy = m_services.records.one(m_version);
    const auto versions = policy ? policyVersions(m_services.records, *policy) : Result<QList<Kept<Policy>>>(policy.error());
    if (!versions) {
        layout->addWidget(label(words::error(versions.error()), "problem", true));
        return;
    }
    const bool isLatest = versions->isEmpty() || versions->first().id == m_version;
    if (!isLatest)
        layout->addWidget(label(tr("This is an earlier version. It no longer holds once the next one does."), "problem", true));
    if (policy->value.isOver)
        layout->addWidget(label(tr("From %1 on this policy holds no more.").arg(words::date(policy->value.validFrom)), "problem", true));
    addReading(layout, *policy, isLatest);
    addVersions(layout, *policy, *versions);
    auto *links = new QWidget;
    auto *line = new FlowLayout(8, links);
    addLinks(line, *policy, isLatest);
    layout->addWidget(links);
}

void PolicyPart::addReading(QVBoxLayout *layout, const Kept<Policy> &policy, bool isLatest)
{
    const auto readers = policyReaders(m_services.records, policy.id);
    if (!readers) {
        layout->addWidget(label(words::error(readers.error()), "problem", true));
        return;
    }
    const Id<Staff> me = m_services.records.session().staff();
    std::optional<QDateTime> mine;
    for (const PolicyReader &one : *readers)
        if (one.who.id == me)
            mine = one.readAt;
    const Clock &clock = m_services.records.clock();
    if (mine) {
        auto *said = label(tr("You said on %1 that you have read this version.").arg(words::date(clock.local(*mine).date())), "soft", true);
        said->setObjectName(u"policyReadByMe"_s);
        layout->addWidget(said);
    } else if (isLatest && m_services.records.mayAdd(recordType<PolicyRead>())) {
        auto *read = button(tr("I have read this"), "primary");
        read->setObjectName(u"policyRead"_s);
        read->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
        connect(
            read, &QPushButton::clicked, this,
            [this] {
                m_navigator.answer(sayPolicyRead(m_services.records, m_version), tr("Kept: you have read it"));
                fill();
            },
            Qt::QueuedConnection); // the button goes
        layout->addWidget(read);
    }
    const QString open = namesOf(*readers, false, clock);
    const QString done = namesOf(*readers, true, clock);
    auto *notYet
        = label(open.isEmpty() ? tr("Everybody in the team has read it.") : tr("Not read yet by: %1").arg(breakable(open)), "soft", true);
    notYet->setObjectName(u"policyUnread"_s);
    layout->addWidget(notYet);
    if (!done.isEmpty())
        layout->addWidget(label(tr("Read by: %1").arg(breakable(done)), "soft", true));
    if (isLatest && !open.isEmpty() && m_services.records.session().may(Act::Manage, Category::House))
        addPaperSigned(layout, *readers, me);
}

/// Whoever reads on paper signs there, and a manager notes it.
void PolicyPart::addPaperSigned(QVBoxLayout *layout, const QList<PolicyReader> &readers, Id<Staff> me)
{
    auto *all = new QWidget;
    auto *line = new FlowLayout(6, all);
    for (const PolicyReader &one : readers) {
        if (one.readAt || one.who.id == me)
            continue;
        auto *signedIt = button(tr("%1 signed the paper").arg(literal(one.who.value.name)), "link");
        signedIt->setObjectName(u"policySigned-"_s + QString::number(one.who.id.value));
        connect(
            signedIt, &QPushButton::clicked, this,
            [this, reader = one.who.id] {
                m_navigator.answer(sayPolicyRead(m_services.records, m_version, reader), tr("Saved"));
                fill();
            },
            Qt::QueuedConnection);
        line->addWidget(signedIt);
    }
    layout->addWidget(all);
}

void PolicyPart::addVersions(QVBoxLayout *layout, const Kept<Policy> &policy, const QList<Kept<Policy>> &versions)
{
    if (versions.size() < 2)
        return;
    auto *all = new QWidget;
    auto *line = new FlowLayout(6, all);
    line->addWidget(label(tr("Versions:"), "soft"));
    for (const Kept<Policy> &one : versions) {
        auto *link = button(tr("%1, from %2").arg(QString::number(one.value.versionNumber), words::date(one.value.validFrom)), "link");
        link->setObjectName(u"policyVersion-"_s + QString::number(one.value.versionNumber));
        link->setEnabled(one.id != policy.id);
        connect(link, &QPushButton::clicked, this, [navigator = m_navigator, id = one.id.value] {
            navigator.visit({.place = u"guidance"_s, .tab = guidanceKeyOf(QString::fromLatin1(recordType<Policy>().table), id)});
        });
        line->addWidget(link);
    }
    layout->addWidget(all);
}

void PolicyPart::addLinks(QLayout *line, const Kept<Policy> &policy, bool isLatest)
{
    const QString table = QString::fromLatin1(recordType<Policy>().table);
    if (isLatest && m_services.records.mayAdd(recordType<Policy>())) {
        auto *next = button(tr("Write the next version"));
        next->setObjectName(u"nextPolicy"_s);
        const QVariantMap start = startOf(nextVersionOf(policy, m_services.records.today()));
        connect(next, &QPushButton::clicked, this, [navigator = m_navigator, table, start] {
            navigator.visit({.place = u"policies"_s, .record = {table, 0, start}});
        });
        line->addWidget(next);
    }
    if (policy.value.kind == PolicyKind::EntryCriteria) {
        auto *criteria = button(tr("The entry criteria themselves"), "link");
        criteria->setObjectName(u"toEntryCriteria"_s);
        connect(criteria, &QPushButton::clicked, this, [navigator = m_navigator] { navigator.openPlace(u"entry-criteria"_s); });
        line->addWidget(criteria);
    }
    const bool isAboutTheLaw = policy.value.kind == PolicyKind::Section8 || policy.value.kind == PolicyKind::Tolerance
        || policy.value.kind == PolicyKind::PoliceProtocol;
    if (QWidget *law = isAboutTheLaw ? section8Link(m_navigator) : nullptr)
        line->addWidget(law);
}

QWidget *section8Link(const Navigator &navigator)
{
    const GuidancePage *page = guidanceFor(shippedGuidance(), {u"section-8"_s});
    if (!page)
        return nullptr;
    auto *link = button(QCoreApplication::translate("guidance", "Section 8, explained"), "link");
    link->setObjectName(u"section8"_s);
    QObject::connect(
        link, &QPushButton::clicked, link, [navigator, key = page->key] { navigator.visit({.place = u"guidance"_s, .tab = key}); });
    return link;
}

} // namespace keywork
