// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/guidance.h"

using namespace Qt::StringLiterals;

namespace keywork {

GuidancePage pageOf(const HousePage &page, qint64 id)
{
    GuidancePage shown{.key = u"page-"_s + QString::number(id),
        .title = page.title,
        .words = page.words.split(u',', Qt::SkipEmptyParts),
        .sources = {page.source},
        .dated = page.dated,
        .written = page.writtenOn,
        .places = {},
        .blocks = {}};
    for (QString &word : shown.words)
        word = word.trimmed();
    const auto body = readGuidanceBody(page.text);
    if (const auto *blocks = std::get_if<QList<GuidanceBlock>>(&body))
        shown.blocks = *blocks;
    return shown;
}

Field pageTitleField()
{
    return {.column = "title",
        .label = QT_TRANSLATE_NOOP("record", "Title"),
        .required = true,
        .searched = true,
        .listed = true,
        .maxLength = 120};
}

Field pageTextField(bool isRequired)
{
    return {.column = "text",
        .label = QT_TRANSLATE_NOOP("record", "Text"),
        .help = QT_TRANSLATE_NOOP(
            "record", "“## ” begins a heading, “- ” or “1. ” a line of a list, **two stars** make bold, a blank line ends a paragraph."),
        .required = isRequired,
        .searched = true,
        .multiline = true,
        .rule = Rule::NotGuidance,
        .maxLength = 20'000};
}

template <> const Described<HousePage> &recordType<HousePage>()
{
    static const Described<HousePage> type
        = Described<HousePage>({.table = "house_page",
                                   .title = QT_TRANSLATE_NOOP("record", "Page of our own"),
                                   .titleMany = QT_TRANSLATE_NOOP("record", "Pages of our own"),
                                   .access = kManagersChange,
                                   .place = Place::Guidance,
                                   .newOne = QT_TRANSLATE_NOOP("record", "New page"),
                                   .belongs = QT_TRANSLATE_NOOP("record",
                                       "What this house has written down for itself: it stands among the guidance, is found and printed "
                                       "like it."),
                                   .listRank = 3,
                                   .orderBy = "title",
                                   .called = "{title}"})
              .field(&HousePage::title, pageTitleField())
              .field(&HousePage::words,
                  {.column = "words",
                      .label = QT_TRANSLATE_NOOP("record", "Words to find it by"),
                      .help = QT_TRANSLATE_NOOP("record", "Separated by commas."),
                      .searched = true,
                      .maxLength = 400})
              .field(&HousePage::text, pageTextField(true))
              .field(&HousePage::source,
                  {.column = "source",
                      .label = QT_TRANSLATE_NOOP("record", "Where this comes from"),
                      .help = QT_TRANSLATE_NOOP("record", "The document and its section, or who settled it."),
                      .required = true,
                      .searched = true,
                      .maxLength = 400})
              .field(&HousePage::dated,
                  {.column = "dated",
                      .label = QT_TRANSLATE_NOOP("record", "Date of that source"),
                      .required = true,
                      .listed = true,
                      .days = DayRange{DayDirection::Past, 60, 0}})
              .field(&HousePage::writtenOn,
                  {.column = "written_on",
                      .label = QT_TRANSLATE_NOOP("record", "Words last looked over"),
                      .required = true,
                      .listed = true,
                      .days = kHappened})
              .field(&HousePage::ownerId,
                  {.column = "owner_id", .label = QT_TRANSLATE_NOOP("record", "Who looks after it"), .refers = "staff", .listed = true})
              .field(&HousePage::reviewOn,
                  {.column = "review_on", .label = QT_TRANSLATE_NOOP("record", "Review on"), .listed = true, .days = kToCome});
    return type;
}

template <> const Described<HelpLine> &recordType<HelpLine>()
{
    static const Described<HelpLine> type
        = Described<HelpLine>({.table = "help_line",
                                  .title = QT_TRANSLATE_NOOP("record", "Help line"),
                                  .titleMany = QT_TRANSLATE_NOOP("record", "Help lines"),
                                  .place = Place::Guidance,
                                  .newOne = QT_TRANSLATE_NOOP("record", "New help line"),
                                  .belongs = QT_TRANSLATE_NOOP("record",
                                      "Numbers that residents and the team can ring, each with the day when somebody last checked it."),
                                  .listRank = 2,
                                  .orderBy = "name",
                                  .called = "{name}"})
              .field(&HelpLine::name,
                  {.column = "name",
                      .label = QT_TRANSLATE_NOOP("record", "Help line"),
                      .required = true,
                      .searched = true,
                      .listed = true,
                      .maxLength = 120})
              .field(&HelpLine::telephone,
                  {.column = "telephone",
                      .label = QT_TRANSLATE_NOOP("record", "Telephone"),
                      .required = true,
                      .searched = true,
                      .listed = true,
                      .maxLength = 60})
              .field(&HelpLine::forWhat,
                  {.column = "for_what", .label = QT_TRANSLATE_NOOP("record", "What it is for"), .searched = true, .listed = true})
              .field(&HelpLine::hours,
                  {.column = "hours", .label = QT_TRANSLATE_NOOP("record", "When it answers"), .listed = true, .maxLength = 120})
              .field(&HelpLine::checkedOn,
                  {.column = "checked_on",
                      .label = QT_TRANSLATE_NOOP("record", "Checked on"),
                      .help = QT_TRANSLATE_NOOP("record", "When the number was last rung or looked up."),
                      .required = true,
                      .listed = true,
                      .days = kHappened})
              .field(&HelpLine::checkedById,
                  {.column = "checked_by_id",
                      .label = QT_TRANSLATE_NOOP("record", "Checked by"),
                      .refers = "staff",
                      .required = true,
                      .listed = true})
              .field(&HelpLine::source,
                  {.column = "source", .label = QT_TRANSLATE_NOOP("record", "Where the number was read"), .maxLength = 300});
    return type;
}

} // namespace keywork
