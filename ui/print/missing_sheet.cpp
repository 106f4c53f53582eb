// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/print/missing_sheet.h"

#include "core/base/text.h"
#include "core/services/care/missing.h"
#include "core/services/records/people.h"
#include "core/services/records/photos.h"
#include "core/services/records/records.h"
#include "ui/print/house_paper.h"
#include "ui/print/say.h"
#include "ui/text/words.h"

#include <QImage>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace keywork::print {

namespace {

constexpr qreal kSheetBody = 11.5;
constexpr qreal kPhotoHeight = 150 * kPoint;
constexpr int kMostLetters = 420; // of one text: it stays one page
constexpr qreal kWhereCut = 0.86; // all of it smaller where one page would not do

QString cutForSheet(const QString &words)
{
    const QString one = words.simplified();
    return one.size() <= kMostLetters ? one : atMost(one, kMostLetters) + u" …"_s;
}

void addSheetLine(Document &document, const QString &label, const QString &value)
{
    document.add(
        text({{label + u"  "_s, true, false}, {value.trimmed().isEmpty() ? say("not known to us") : cutForSheet(value)}}, kSheetBody, 7));
}

BlockPtr photoBlock(const QByteArray &jpeg)
{
    return drawing(kPhotoHeight, [picture = QImage::fromData(jpeg)](QPainter &painter, QRectF place) {
        const QSizeF size = QSizeF(picture.size()).scaled(place.size(), Qt::KeepAspectRatio);
        painter.drawImage(QRectF(place.topLeft(), size), picture);
    });
}

struct SheetFacts {
    ResidentLine line;
    QList<Kept<PersonName>> names;
    MissingNow missing;
    QByteArray photo; ///< empty: none on it
    MissingSheetWish wish;
};

QString knownAs(const SheetFacts &facts)
{
    QStringList names;
    for (const Kept<PersonName> &one : facts.names)
        names.append(one.value.name);
    return names.join(u", "_s);
}

BlockPtr whoBlock(const SheetFacts &facts, QDate today)
{
    const Person &person = facts.line.person.value;
    QList<BlockPtr> lines{text({{person.displayName(), true, false}}, 18, 3)};
    if (const QString full = QStringList{person.givenName, person.familyName}.join(u' ').trimmed(); full != person.displayName())
        lines.append(text({{say("Name on papers: %1").arg(full)}}, kSheetBody, 3));
    if (const QString others = knownAs(facts); !others.isEmpty())
        lines.append(text({{say("Also known as: %1").arg(others)}}, kSheetBody, 3));
    const auto age = person.bornOn ? ageOn(*person.bornOn, today) : std::nullopt;
    const QString born = person.bornOn ? words::partialDate(*person.bornOn) : say("not known to us");
    lines.append(text({{say("Born %1").arg(born) + (age ? u" ("_s + QString::number(*age) + u')' : QString())}}, kSheetBody, 3));
    return together(lines);
}

QString lastSeenOnSheet(const SheetFacts &facts, const Clock &clock)
{
    const MissingEpisode &episode = facts.missing.episode->value;
    const QDateTime at = facts.missing.incident && facts.missing.incident->value.lastSeenAt ? *facts.missing.incident->value.lastSeenAt
                                                                                            : facts.missing.since;
    const QString when = words::momentInFull(clock.local(at));
    return episode.lastSeenWhere.isEmpty() ? when : when + u", "_s + episode.lastSeenWhere;
}

Result<Document> sheetOf(qreal scale, const SheetFacts &facts, const Services &services)
{
    const Clock &clock = services.records.clock();
    auto paper
        = housePaper(services, say("Missing person"), say("For the police. Personal data: for finding this person, and for nothing else."),
            whoseIs(facts.line.person.value), services.records.session().name());
    if (!paper)
        return paper;
    Document document = *paper;
    document.textScale = scale;
    const MissingEpisode &episode = facts.missing.episode->value;
    const BlockPtr who = whoBlock(facts, clock.today());
    document.add(boxed({facts.photo.isEmpty() ? who : sideBySide(who, photoBlock(facts.photo), 0.62)}));
    addSheetLine(document, say("Last seen"), lastSeenOnSheet(facts, clock));
    addSheetLine(document, say("What they look like"), episode.described);
    addSheetLine(document, say("What they wore"), episode.wearing);
    addSheetLine(document, say("Where they may be"), episode.likelyPlaces);
    addSheetLine(document, say("Who they may be with"), episode.mayBeWith);
    addSheetLine(document, say("Their telephone"), episode.telephone.isEmpty() ? facts.line.person.value.telephone : episode.telephone);
    addSheetLine(document, say("Safe contact, as they agreed it with us"), facts.line.person.value.safeContact);
    if (!facts.wish.immediateRisk.trimmed().isEmpty())
        document.add(boxed(
            {text({{say("Immediate risk"), true, false}}, kSheetBody, 3), text({{cutForSheet(facts.wish.immediateRisk)}}, kSheetBody, 0)}));
    for (const Kept<MissingStep> &step : facts.missing.steps)
        if (step.value.act == MissingAct::Police && !step.value.reference.isEmpty())
            addSheetLine(document, say("Your reference"), step.value.reference);
    document.add(text(
        {{say("When they are found, please ring the house. They may choose what we are told; that they are safe is enough."), false, true}},
        kSheetBody, 0));
    return document;
}

} // namespace

Result<Document> missingSheet(const Services &services, const MissingSheetWish &wish)
{
    const auto missing = services.missing.of(wish.personId);
    if (!missing)
        return missing.error();
    if (!missing->episode)
        return Error{ErrorKind::NotFound, u"missing_episode"_s, {}};
    const auto line = services.people.line(wish.personId);
    const auto names = line ? services.records.of<PersonName>("person_id", wish.personId) : Result<QList<Kept<PersonName>>>(line.error());
    if (!names)
        return names.error();
    SheetFacts facts{*line, *names, *missing, {}, wish};
    if (wish.photo != PhotoOnSheet::None) {
        const auto photo = services.photos.of(wish.personId);
        if (!photo)
            return photo.error();
        facts.photo = *photo;
    }
    const auto sheet = sheetOf(1, facts, services);
    return !sheet || sheet->pageCount() == 1 ? sheet : sheetOf(kWhereCut, facts, services);
}

} // namespace keywork::print
