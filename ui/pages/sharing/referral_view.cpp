// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/sharing/referral_view.h"

#include "core/services/records/records.h"
#include "core/services/services.h"
#include "core/services/sharing/referrals.h"
#include "ui/forms/record_editor.h"
#include "ui/text/words.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/page_stack.h"
#include "ui/widgets/parts.h"

#include <QBoxLayout>

using namespace Qt::StringLiterals;

namespace keywork {

ReferralView::ReferralView(const Kept<Referral> &referral, const Services &services, const Navigator &navigator, QWidget *parent)
    : QWidget(parent)
    , m_services(services)
    , m_navigator(navigator)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    auto *columns = columnsOrRows(14);
    columns->addWidget(story(referral), 1);
    auto *card = new Card;
    m_editor = nextWord(referral);
    card->body()->addWidget(m_editor);
    columns->addWidget(ownScroll(card), 1);
    layout->addLayout(columns, 1);
}

QWidget *ReferralView::story(const Kept<Referral> &referral)
{
    const auto agency = m_services.records.one(referral.value.agencyId);
    auto *card = new Card(tr("Referral %1").arg(referral.value.number), agency ? tr("to %1").arg(agency->value.name) : QString());
    if (agency && !agency->value.telephone.isEmpty())
        card->body()->addWidget(label(agency->value.telephone, "strong"));
    card->body()->addWidget(label(referral.value.reason, "", true));
    card->body()->addWidget(label(tr("Shared: %1").arg(words::categories(referral.value.sections)), "soft", true));
    if (referral.value.chaseOn)
        card->body()->addWidget(
            label(tr("Ask them by %1").arg(words::weekday(*referral.value.chaseOn, m_services.records.today())), "problem"));
    card->body()->addWidget(rule());
    const auto steps = m_services.referrals.stepsOf(referral.id);
    for (const Kept<ReferralStep> &step : steps ? *steps : QList<Kept<ReferralStep>>()) {
        QStringList about{words::date(step.value.onDay), step.value.heardFrom};
        about.removeAll(QString());
        card->body()->addWidget(label(words::labelFor(step.value.state), "strong", true));
        card->body()->addWidget(label(about.join(u" · "_s), "soft", true));
        if (!step.value.note.isEmpty())
            card->body()->addWidget(label(step.value.note, "", true));
    }
    card->body()->addStretch();
    return card;
}

RecordEditor *ReferralView::nextWord(const Kept<Referral> &referral)
{
    ReferralStep step;
    step.referralId = referral.id;
    step.personId = referral.value.personId;
    step.state = referral.value.state == ReferralState::Sent ? ReferralState::Received : referral.value.state;
    step.onDay = m_services.records.today();
    step.askAgainOn = referral.value.chaseOn;
    const Services services = m_services;
    auto *editor = new RecordEditor({.type = recordType<ReferralStep>(),
                                        .title = tr("What they say now"),
                                        .start = toRow(step),
                                        .place = {u"referral_step"_s, 0, referral.value.personId.value, QString::number(referral.id.value)},
                                        .save = [services, id = referral.id](const Row &row) -> Done {
                                            const auto said = recordType<ReferralStep>().fromRow(row);
                                            if (!said)
                                                return invalid(services.records.check(row));
                                            const auto kept = services.referrals.follow(id, *said);
                                            return kept ? Done() : Done(kept.error());
                                        }},
        m_services);
    connect(editor, &RecordEditor::saved, this, [this] {
        m_navigator.say(tr("Saved"));
        Q_EMIT left();
    });
    connect(editor, &RecordEditor::cancelled, this, &ReferralView::left);
    return editor;
}

} // namespace keywork
