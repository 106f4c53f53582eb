// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/record_editor.h"
#include "ui/pages/care_plan/care_plan_page.h"
#include "ui/pages/care_plan/goals_asked.h"
#include "ui/pages/care_plan/plan_saving.h"
#include "ui/pages/resident/resident_prints.h"

using namespace Qt::StringLiterals;

namespace keywork {

void CarePlanPage::askForSignOff()
{
    if (!m_plan)
        return;
    if (m_plan->current.version.value.state == VersionState::Issued) {
        openSignOff(m_plan->current.version);
        return;
    }
    // What stands typed on the screen belongs to the version that is signed.
    if (m_editor && m_editor->isTouched()) {
        m_editor->save();
        if (m_editor)
            return; // it could not be saved, and says why
    }
    leaveEditor();
    m_editor = nullptr;
    reload();
    previewPlanToIssue(m_person, m_services, m_navigator); // looking issues nothing
}

void CarePlanPage::openSignOff(const Kept<CarePlanVersion> &version)
{
    leaveEditor();
    m_then = u"askForSignOff"_s;
    SignOff said;
    said.versionId = version.id;
    said.personId = m_person;
    said.onDay = m_services.records.today();
    said.fingerprint = version.value.fingerprint;
    Row start = toRow(said);
    start.set(u"kind"_s, emptyText()); // what they said is chosen, never assumed
    const auto notAsked = m_services.plans.goalsToAnswer(version.id);
    if (!notAsked) {
        m_navigator.refuse(notAsked.error());
        return;
    }
    auto *asked = new GoalsAsked(*notAsked, m_called);
    const auto save = [services = m_services, asked](const SignOff &content) -> Done {
        const bool isAgreed = content.kind == SignOffKind::SignedOnPaper || content.kind == SignOffKind::AgreedVerbally;
        if (isAgreed && !asked->isAnswered()) // a plan is agreed goal by goal
            return invalid({{GoalsAsked::column(), Rule::Required, {}}});
        return doneOf(services.plans.signOff(content, content.kind == SignOffKind::Declined ? QList<GoalAnswer>() : asked->answers()));
    };
    auto *editor = new RecordEditor({.type = recordType<SignOff>(),
                                        .title = tr("Version %1, fingerprint %2: the paper has to show the same")
                                                     .arg(version.value.versionNumber)
                                                     .arg(version.value.fingerprint),
                                        .start = start,
                                        .place = {u"sign_off"_s, 0, m_person.value, QString::number(version.id.value)},
                                        .save = saving<SignOff>(m_services, save),
                                        .saveText = tr("Record"),
                                        .extra = asked,
                                        .readExtra = [asked] { return asked->typed(); },
                                        .writeExtra = [asked](const QJsonObject &kept) { asked->setTyped(kept); },
                                        .showExtra = [asked](const Violations &all) { return asked->show(all); }},
        m_services);
    connect(asked, &GoalsAsked::edited, editor, &RecordEditor::markEdited);
    open(editor, u"kind"_s);
}

} // namespace keywork
