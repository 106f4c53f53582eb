// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/record/not_said.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace keywork {

QString NotSaid::toJson() const
{
    QJsonObject object;
    for (auto it = reasons.cbegin(); it != reasons.cend(); ++it)
        object.insert(it.key(), QString::fromLatin1(codeOf(it.value())));
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

NotSaid NotSaid::fromJson(const QString &json)
{
    NotSaid result;
    const QJsonObject object = QJsonDocument::fromJson(json.toUtf8()).object();
    for (auto it = object.constBegin(); it != object.constEnd(); ++it)
        if (const auto reason = fromCode<NotSaidReason>(it.value().toString()))
            result.reasons.insert(it.key(), *reason);
    return result;
}

} // namespace keywork
