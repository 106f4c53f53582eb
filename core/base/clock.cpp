// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/clock.h"

using namespace Qt::StringLiterals;

namespace keywork {

namespace {
constexpr auto kStoredFormat = "yyyy-MM-ddTHH:mm:ss.zzzZ";
}

QString toStoredText(const QDateTime &instant)
{
    if (!instant.isValid())
        return {};
    return instant.toUTC().toString(u"yyyy-MM-ddTHH:mm:ss.zzz"_s) + u'Z';
}

QDateTime fromStoredText(const QString &text)
{
    if (text.size() != qsizetype(qstrlen(kStoredFormat)) || !text.endsWith(u'Z'))
        return {};
    QDateTime instant = QDateTime::fromString(text.chopped(1), u"yyyy-MM-ddTHH:mm:ss.zzz"_s);
    instant.setTimeSpec(Qt::UTC);
    return instant;
}

} // namespace keywork
