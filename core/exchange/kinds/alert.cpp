// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/kinds.h"

using namespace Qt::StringLiterals;

namespace keywork::fhir {

namespace {

QList<Resource> flag(const Resources &from, const SharedRecord &alert)
{
    const QString id = uuid(from.facts(), u"alert"_s, alert.id);
    QJsonObject object = from.begin(u"Flag"_s, id);
    const QString until = alert.code("until_on");
    const bool ended = !until.isEmpty() && until < from.facts().preparedAt.date().toString(Qt::ISODate);
    object.insert(u"status"_s, ended ? u"inactive"_s : u"active"_s);
    if (const QString kind = alert.text("kind"); !kind.isEmpty())
        object.insert(u"category"_s, QJsonArray{textOnly(kind)});
    const QString said = alert.text("text");
    object.insert(u"code"_s, textOnly(said.isEmpty() ? u"Alert"_s : said));
    put(object, u"period"_s, period(alert.code("from_on"), until));
    return {{id, object}};
}

} // namespace

ExchangeKind exchangedAlert() { return {&recordType<Alert>(), flag}; }

} // namespace keywork::fhir
