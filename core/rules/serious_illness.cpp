// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/serious_illness.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace keywork {

QStringList seriousIllnesses(const QString &text)
{
    // Ours: how they are written in notes. What is missed here a worker still sees in the record.
    static const QRegularExpression serious(
        u"\\b(copd|emphysema|bronchi|asthma|lung|pneumonia|tb\\b|tuberculosis|liver|cirrhosis|hepatitis|hep [bc]\\b|heart|cardiac|endocarditis|kidney|renal|epilep|seizure|sleep apnoea|cancer|diabet)"_s,
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression betweenParts(u"[,;\\n.]"_s);
    QStringList found;
    for (const QString &part : text.split(betweenParts, Qt::SkipEmptyParts))
        if (serious.match(part).hasMatch())
            found.append(part.trimmed());
    return found;
}

} // namespace keywork
