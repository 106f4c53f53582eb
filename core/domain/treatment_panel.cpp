// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/treatment_panel.h"

#include "core/domain/shared_fields.h"

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

const char *panelLine(const Row &row)
{
    switch (fromCode<PanelDecision>(row.text(u"decision"_s)).value_or(PanelDecision::Waiting)) {
    case PanelDecision::Waiting:
        return QT_TRANSLATE_NOOP("record", "Panel meets: {kind}");
    case PanelDecision::Agreed:
        return QT_TRANSLATE_NOOP("record", "Panel agreed: {kind}");
    case PanelDecision::WithConditions:
        return QT_TRANSLATE_NOOP("record", "Panel agreed with conditions: {kind}");
    case PanelDecision::PutOff:
        return QT_TRANSLATE_NOOP("record", "Panel put it off: {kind}");
    case PanelDecision::NotNow:
        return QT_TRANSLATE_NOOP("record", "Panel did not agree this time: {kind}");
    }
    return nullptr;
}

Violations panelHangsTogether(const Row &row, QDate)
{
    Violations wrong;
    const QString sent = row.text(u"sent_on"_s);
    for (const QString &column : {u"panel_on"_s, u"decided_on"_s})
        if (const QString day = row.text(column); !day.isEmpty() && !sent.isEmpty() && day < sent)
            wrong.append({column, Rule::EndsBeforeStart, {}});
    return wrong;
}

} // namespace

template <> const Described<TreatmentPanel> &recordType<TreatmentPanel>()
{
    static const Described<TreatmentPanel> type
        = Described<TreatmentPanel>({.table = "treatment_panel",
                                        .title = QT_TRANSLATE_NOOP("record", "Panel"),
                                        .titleMany = QT_TRANSLATE_NOOP("record", "Panels"),
                                        .category = Category::Treatment,
                                        .sharedAs = SharedAs::Listed,
                                        .place = Place::Treatment,
                                        .newOne = QT_TRANSLATE_NOOP("record", "New request to a panel"),
                                        .belongs = QT_TRANSLATE_NOOP("record",
                                            "What was asked of a panel: when it was sent, when it meets, what it decided and asked for."),
                                        .listRank = 3,
                                        .orderBy = "panel_on",
                                        .newestFirst = true,
                                        .happens = "panel_on",
                                        .happened = panelLine,
                                        .called = "{kind}",
                                        .together = panelHangsTogether})
              .field(&TreatmentPanel::personId, residentField())
              .field(&TreatmentPanel::episodeId,
                  {.column = "episode_id",
                      .label = QT_TRANSLATE_NOOP("record", "Within which treatment"),
                      .refers = "treatment_episode",
                      .keptInHouse = true})
              .field(&TreatmentPanel::kind,
                  {.column = "kind", .label = QT_TRANSLATE_NOOP("record", "What it decides about"), .required = true, .listed = true})
              .field(&TreatmentPanel::sentOn,
                  {.column = "sent_on", .label = QT_TRANSLATE_NOOP("record", "Sent on"), .listed = true, .days = kHappened})
              .field(&TreatmentPanel::panelOn,
                  {.column = "panel_on", .label = QT_TRANSLATE_NOOP("record", "The panel meets on"), .listed = true, .days = kEitherWay})
              .field(&TreatmentPanel::decision,
                  {.column = "decision",
                      .label = QT_TRANSLATE_NOOP("record", "What it decided"),
                      .required = true,
                      .beginsAs = "waiting",
                      .listed = true})
              .field(&TreatmentPanel::decidedOn,
                  {.column = "decided_on",
                      .label = QT_TRANSLATE_NOOP("record", "Decided on"),
                      .shownWhen = {"decision", "agreed,with_conditions,put_off,not_now"},
                      .listed = true,
                      .days = kHappened})
              .field(&TreatmentPanel::conditions,
                  {.column = "conditions",
                      .label = QT_TRANSLATE_NOOP("record", "Conditions"),
                      .shownWhen = {"decision", "with_conditions"},
                      .required = true,
                      .searched = true,
                      .listed = true,
                      .maxLength = 1000})
              .field(&TreatmentPanel::note, noteField(4000));
    return type;
}

template <> const Described<PanelRequirement> &recordType<PanelRequirement>()
{
    static const Described<PanelRequirement> type
        = Described<PanelRequirement>({.table = "panel_requirement",
                                          .title = QT_TRANSLATE_NOOP("record", "Thing that was asked for"),
                                          .titleMany = QT_TRANSLATE_NOOP("record", "What was asked for"),
                                          .category = Category::Treatment,
                                          .sharedAs = SharedAs::Listed,
                                          .childOf = "panel_id"})
              .field(&PanelRequirement::panelId,
                  {.column = "panel_id",
                      .label = QT_TRANSLATE_NOOP("record", "Panel"),
                      .refers = "treatment_panel",
                      .required = true,
                      .kept = true})
              .field(&PanelRequirement::personId, residentField())
              .field(&PanelRequirement::what,
                  {.column = "what",
                      .label = QT_TRANSLATE_NOOP("record", "What was asked for"),
                      .required = true,
                      .searched = true,
                      .listed = true})
              .field(&PanelRequirement::met,
                  {.column = "met", .label = QT_TRANSLATE_NOOP("record", "Met or not"), .required = true, .listed = true})
              .field(&PanelRequirement::note,
                  {.column = "note",
                      .label = QT_TRANSLATE_NOOP("record", "Note"),
                      .searched = true,
                      .keptInHouse = true,
                      .maxLength = 500});
    return type;
}

} // namespace keywork
