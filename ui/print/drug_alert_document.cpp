// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/print/drug_alert_document.h"

#include "core/services/records/records.h"
#include "ui/print/house_paper.h"
#include "ui/print/say.h"
#include "ui/text/words.h"

namespace keywork::print {

namespace {

constexpr qreal kNoticeTitle = 34;
constexpr qreal kNoticeName = 26;
constexpr qreal kNoticeBody = 15;

void addNoticeLine(Document &document, const QString &label, const QString &value)
{
    if (value.trimmed().isEmpty())
        return;
    auto above = text({{label, false, true}}, 11, 2);
    above->keepWithNext = true;
    document.add(above);
    QList<BlockPtr> lines = flowing(value, kNoticeBody);
    lines.last()->spaceAfter = 12 * kPoint;
    document.add(lines);
}

QString issuedBy(const DrugAlert &alert)
{
    const bool isKnown = alert.ground != AlertGround::NotKnown;
    QStringList parts{alert.issuer, isKnown ? words::labelFor(alert.ground) : say("not known whether it is confirmed")};
    if (!alert.grade.isEmpty())
        parts.append(say("grade: %1").arg(alert.grade));
    if (!alert.issuerNumber.isEmpty())
        parts.append(say("their number %1").arg(alert.issuerNumber));
    return parts.join(QStringLiteral(" · "));
}

} // namespace

Result<Document> drugAlertNotice(const Services &services, Id<DrugAlert> id, AlertNotice notice)
{
    const auto kept = services.records.one(id);
    if (!kept)
        return kept.error();
    const DrugAlert &alert = kept->value;
    Document document;
    document.title = say("Drug alert %1").arg(alert.number);
    document.footLeft = document.title;
    document.footMiddle = say("Ask whether it is still true after %1").arg(words::date(alert.untilOn));
    document.add(text({{alert.endedOn ? say("Drug alert, ended %1").arg(words::date(*alert.endedOn)) : say("Drug alert"), true, false}},
        kNoticeTitle, 10));
    document.add(flowing(say("Sold as: %1").arg(alert.soldAs), kNoticeName));
    addNoticeLine(document, say("What it looks like"), alert.look);
    const bool isFull = notice == AlertNotice::Full;
    if (isFull) {
        addNoticeLine(document, say("What it is, or is said to be"), alert.contains);
        addNoticeLine(document, say("What %1 says").arg(alert.issuer), alert.effects);
    }
    addNoticeLine(document, say("Where"), alert.area);
    addNoticeLine(document, say("Since"), words::date(alert.fromOn));
    addNoticeLine(document, say("Who says so"), isFull ? issuedBy(alert) : alert.issuer);
    document.add(text(
        {{say("Ask anybody of the team. You are not in trouble for asking. In an emergency ring 999."), true, false}}, kNoticeBody, 6));
    return document;
}

} // namespace keywork::print
