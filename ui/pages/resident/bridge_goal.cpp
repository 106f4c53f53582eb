// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/resident/bridge_goal.h"

#include "core/domain/child.h"
#include "core/services/care/care_plans.h"
#include "core/services/records/records.h"
#include "core/services/services.h"
#include "ui/text/words_errors.h"
#include "ui/widgets/parts.h"

#include <QCoreApplication>
#include <QPushButton>
#include <QVBoxLayout>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

QString sayBridge(const char *text) { return QCoreApplication::translate("bridge", text); }

bool isBridgeWished(const KeptRow &kept)
{
    const bool isOfFamily = kept.row.type == &recordType<Contact>() || kept.row.type == &recordType<Child>();
    const QString wanted = isOfFamily ? kept.row.text(u"contact_wanted"_s) : QString();
    return wanted == "yes"_L1 || wanted == "has_contact"_L1;
}

Goal bridgeGoal(const KeptRow &kept)
{
    Goal goal;
    goal.area = Area::SocialRelationships;
    goal.statement = sayBridge(QT_TRANSLATE_NOOP("bridge", "Be in touch with %1")).arg(kept.row.text(u"name"_s));
    goal.identifiedBy = IdentifiedBy::Person; // the wish is theirs, as it stands in the record
    return goal;
}

bool isGoalAlready(const Goal &wanted, Id<Person> person, const Services &services)
{
    const auto plan = services.plans.planOf(person);
    if (!plan || !plan->has_value())
        return false;
    const QList<GoalView> &goals = (*plan)->current.areas[size_t(wanted.area)].goals;
    return std::any_of(
        goals.cbegin(), goals.cend(), [&wanted](const GoalView &known) { return known.goal.value.statement == wanted.statement; });
}

} // namespace

void offerBridgeGoal(const KeptRow &kept, QVBoxLayout *below, const Services &services, const Navigator &navigator)
{
    const Id<Person> person{kept.row.value(u"person_id"_s).toLongLong()};
    if (!person || !isBridgeWished(kept) || !services.records.mayAdd(recordType<Goal>()))
        return;
    const Goal goal = bridgeGoal(kept);
    if (isGoalAlready(goal, person, services))
        return below->addWidget(label(sayBridge(QT_TRANSLATE_NOOP("bridge", "Being in touch is a goal of the plan.")), "soft", true));
    auto *make = button(sayBridge(QT_TRANSLATE_NOOP("bridge", "Make being in touch a goal of the plan")));
    make->setObjectName(u"bridgeGoal"_s);
    below->addWidget(make, 0, Qt::AlignLeft);
    QObject::connect(make, &QPushButton::clicked, make, [make, goal, person, services, navigator] {
        make->setEnabled(false); // pressed once; and it may be gone when the goal was kept
        const auto made = services.plans.saveGoal(person, goal);
        if (made)
            return navigator.say(
                sayBridge(QT_TRANSLATE_NOOP("bridge", "In the draft plan: %1. Word it together there.")).arg(goal.statement));
        make->setEnabled(true);
        if (made.error().kind == ErrorKind::Invalid)
            navigator.refuse(words::violation(made.error().violations.first()));
        else
            navigator.refuse(made.error());
    });
}

} // namespace keywork
