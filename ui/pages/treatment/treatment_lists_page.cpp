// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/treatment/treatment_lists_page.h"

#include "core/domain/kinds.h"
#include "core/domain/treatment.h"
#include "core/domain/treatment_panel.h"
#include "core/domain/treatment_telling.h"
#include "ui/pages/record_print.h"
#include "ui/pages/treatment/episode_card.h"
#include "ui/pages/treatment/treatment_prints.h"
#include "ui/widgets/flow_layout.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace keywork {

TreatmentListsPage::TreatmentListsPage(Id<Person> person, const Services &services, const Navigator &navigator, QWidget *parent)
    : KindsPage(Place::Treatment, {}, person, services, navigator, parent)
    , m_person(person)
{
    m_card = new EpisodeCard(person, services, this);
    m_card->body()->addLayout(prints());
    static_cast<QVBoxLayout *>(layout())->insertWidget(0, m_card);
    connect(m_card, &EpisodeCard::recordWanted, this, [this](const QString &kind, qint64 record) { showRecord({kind, record}); });
    connect(this, &KindsPage::formShown, m_card, [this](bool isShown) { m_card->setVisible(!isShown); });
}

QLayout *TreatmentListsPage::prints()
{
    auto *line = wrappingLine(8);
    const auto add = [&](const QString &words, const QString &name, bool isAllowed,
                         void (*preview)(Id<Person>, const Services &, const Navigator &)) {
        auto *print = button(words, "link");
        print->setObjectName(name);
        print->setEnabled(isAllowed);
        connect(
            print, &QPushButton::clicked, this, [this, preview] { preview(m_person, m_services, m_navigator); }, Qt::QueuedConnection);
        line->addWidget(print);
    };
    const bool mayTake = mayTakeAlong(m_services);
    add(tr("Print: who may be told"), u"printMayBeTold"_s, mayTake, previewTreatmentAgreement);
    add(tr("Print: a first appointment, what to expect"), u"printFirstAppointment"_s, mayTake, previewFirstAppointment);
    add(tr("Print: my aftercare plan"), u"printAftercare"_s, mayTake, previewAftercarePlan);
    return line;
}

void TreatmentListsPage::reload()
{
    KindsPage::reload();
    m_card->reload();
}

bool TreatmentListsPage::concerns(const QList<Change> &changes) const
{
    const auto isOfTheCard = [this](const Change &change) {
        const RecordType *type = kindOf(change.kind);
        const bool isTheirs = change.person == 0 || change.person == m_person.value;
        const bool isPart
            = type == &recordType<TreatmentPart>() || type == &recordType<TreatmentReview>() || type == &recordType<MayBeTold>();
        const bool isBeside = type == &recordType<Person>() || type == &recordType<Agency>();
        return isTheirs && (isPart || isBeside || (type && type->place == Place::Treatment));
    };
    return KindsPage::concerns(changes) || std::any_of(changes.cbegin(), changes.cend(), isOfTheCard);
}

} // namespace keywork
