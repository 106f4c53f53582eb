// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/forms/form.h"

#include <algorithm>
#include <numeric>

using namespace Qt::StringLiterals;

namespace keywork {

const Question *Form::question(const QString &wanted) const
{
    for (const FormSection &section : sections)
        for (const Question &question : section.questions)
            if (question.id == wanted)
                return &question;
    return nullptr;
}

const FormSection *Form::sectionOf(const QString &wanted) const
{
    const auto holds = [&wanted](const FormSection &section) {
        return std::any_of(
            section.questions.cbegin(), section.questions.cend(), [&wanted](const Question &one) { return one.id == wanted; });
    };
    const auto found = std::find_if(sections.cbegin(), sections.cend(), holds);
    return found == sections.cend() ? nullptr : &*found;
}

qsizetype Form::questionCount() const
{
    return std::accumulate(sections.cbegin(), sections.cend(), qsizetype(0),
        [](qsizetype sum, const FormSection &section) { return sum + section.questions.size(); });
}

bool isFormId(const QString &text)
{
    const auto isLetter = [](QChar c) { return c >= u'a' && c <= u'z'; };
    const bool hasForm
        = std::all_of(text.cbegin(), text.cend(), [&](QChar c) { return isLetter(c) || (c >= u'0' && c <= u'9') || c == u'_'; });
    // The reasons for what was not said stand beside the answers, under this name.
    return hasForm && !text.isEmpty() && text.size() <= form_limits::kId && isLetter(text.at(0)) && text != u"not_said";
}

} // namespace keywork
