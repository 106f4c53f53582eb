// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/treatment/custody_forms.h"

#include "core/domain/risk.h"
#include "core/record/row_text.h"
#include "core/services/records/records.h"
#include "ui/forms/record_editor.h"
#include "ui/text/words.h"
#include "ui/text/words_custody.h"
#include "ui/widgets/parts.h"

#include <QCoreApplication>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

QString sayCustody(const char *marked) { return QCoreApplication::translate("custody", marked); }

QString custodyTable() { return QString::fromLatin1(recordType<CustodyEntry>().table); }

const CustodyLine *lineOfEntry(const HeldPage &page, Id<CustodyEntry> id)
{
    const auto found
        = std::find_if(page.state.lines.cbegin(), page.state.lines.cend(), [id](const CustodyLine &line) { return line.entry.id == id; });
    return found == page.state.lines.cend() ? nullptr : &*found;
}

/// A new line, now, by whoever is signed in; nothing is counted before somebody counts.
CustodyEntry freshEntry(const Services &services, Id<Person> person, const CustodyWish &wish)
{
    CustodyEntry entry;
    entry.personId = person;
    entry.heldId = wish.held;
    entry.aboutId = wish.about;
    entry.act = wish.act;
    entry.doneAt = services.records.clock().now();
    if (isStockAct(wish.act))
        entry.second = SecondName::Staff;
    return entry;
}

/// What stands there now, to be changed into what it should have said.
void takeOver(CustodyEntry &correction, const CustodyEntry &about)
{
    correction.countedBefore = about.countedBefore;
    correction.quantity = about.quantity;
    correction.countedAfter = about.countedAfter;
}

/// What the act is hidden of: it is in the title. A correction of a count moved nothing.
QStringList hiddenOf(const CustodyWish &wish, const CustodyLine *about)
{
    QStringList hidden{u"act"_s};
    if (wish.act == CustodyAct::Correction && about && directionOf(about->entry.value.act) == 0)
        hidden += {u"counted_before"_s, u"quantity"_s};
    return hidden;
}

/// What stands above the fields while they may not be able to sign; empty: nothing.
QString hintAboutSignature(const Services &services, Id<Person> person)
{
    const auto seen = services.records.of<SeemedIntoxicated>("person_id", person);
    QDateTime last;
    for (const Kept<SeemedIntoxicated> &one : seen ? *seen : QList<Kept<SeemedIntoxicated>>())
        last = last.isValid() ? std::max(last, one.value.seenAt) : one.value.seenAt;
    if (!last.isValid() || last.secsTo(services.records.clock().now()) >= kNoSignatureHours * 3600)
        return {};
    return sayCustody(QT_TRANSLATE_NOOP("custody",
                          "They seemed intoxicated at %1. With one worker on shift: seal it, tick “Sealed, not counted”, and two of the "
                          "team count it at handover."))
        .arg(words::time(services.records.clock().local(last)));
}

Done saveEntry(const Services &services, const Row &row)
{
    const auto entry = recordType<CustodyEntry>().fromRow(row);
    if (!entry)
        return invalid(services.records.check(row));
    const auto kept = services.custody.write(*entry);
    return kept ? Done() : Done(kept.error());
}

Done saveHandIn(const Services &services, const Row &medicineRow, const Row &entryRow)
{
    const auto medicine = recordType<HeldMedicine>().fromRow(medicineRow);
    const auto entry = recordType<CustodyEntry>().fromRow(entryRow);
    if (!medicine || !entry) {
        Violations violations = services.records.check(medicineRow) + services.records.check(entryRow);
        violations.removeIf([](const Violation &violation) { return violation.column == u"held_medicine_id"; });
        return invalid(violations);
    }
    const auto page = services.custody.handIn(*medicine, *entry);
    return page ? Done() : Done(page.error());
}

} // namespace

QString CustodyWish::part() const
{
    return QStringList{QString::fromLatin1(codeOf(act)), QString::number(held.value), QString::number(about.value)}.join(u'/');
}

std::optional<CustodyWish> CustodyWish::fromPart(const QString &part)
{
    const QStringList said = part.split(u'/');
    const auto act = fromCode<CustodyAct>(said.value(0));
    if (!act || said.size() != 3)
        return {};
    return CustodyWish{*act, {said.at(1).toLongLong()}, {said.at(2).toLongLong()}};
}

QString custodyTitle(const CustodyWish &wish, const HeldPage &page)
{
    return words::labelFor(wish.act) + u": "_s + page.medicine.value.called();
}

QString heldName(const QString &what, const HeldPage &page) { return what + u'-' + QString::number(page.medicine.id.value); }

QString buttonOfAct(CustodyAct act)
{
    return act == CustodyAct::In ? u"heldIn"_s : act == CustodyAct::HandedOver ? u"heldOver"_s : u"heldCount"_s;
}

RecordEditor *entryEditor(const Services &services, const HeldPage &page, const CustodyWish &wish)
{
    const CustodyLine *about = lineOfEntry(page, wish.about);
    CustodyEntry start = freshEntry(services, page.medicine.value.personId, wish);
    if (wish.act == CustodyAct::Correction && about)
        takeOver(start, about->entry.value);
    const QString unit = sayCustody(QT_TRANSLATE_NOOP("custody", "Counted in: %1. Its place: %2."))
                             .arg(words::labelFor(page.medicine.value.unit), page.medicine.value.place);
    QStringList above{unit};
    if (about)
        above.prepend(words::custodyWhat(*about, page, services) + u" · "_s + words::signedBy(*about, page, services));
    auto *said = new QWidget;
    auto *lines = new QVBoxLayout(said);
    lines->setContentsMargins(0, 0, 0, 0);
    lines->addWidget(label(breakable(above.join(u'\n')), "soft", true));
    if (const QString hint = hintAboutSignature(services, page.medicine.value.personId); isStockAct(wish.act) && !hint.isEmpty())
        lines->addWidget(label(hint, "strong", true));
    return new RecordEditor(RecordEditor::Setup{.type = recordType<CustodyEntry>(),
                                .title = custodyTitle(wish, page),
                                .start = toRow(start),
                                .place = {custodyTable(), 0, page.medicine.value.personId.value, wish.part()},
                                .hidden = hiddenOf(wish, about),
                                .save = [services](const Row &row) { return saveEntry(services, row); },
                                .extra = said,
                                .extraAt = RecordEditor::ExtraAt::Top},
        services);
}

RecordEditor *handInEditor(const Services &services, Id<Person> person)
{
    HeldMedicine medicine;
    medicine.personId = person;
    auto *below = new RecordForm(recordType<CustodyEntry>(), services, {u"act"_s});
    below->load(toRow(freshEntry(services, person, {})));
    below->setContext(sayCustody(QT_TRANSLATE_NOOP("custody", "Handed in")));
    auto *extra = new QWidget;
    auto *lines = new QVBoxLayout(extra);
    lines->setContentsMargins(0, 0, 0, 0);
    if (const QString hint = hintAboutSignature(services, person); !hint.isEmpty())
        lines->addWidget(label(hint, "strong", true));
    lines->addWidget(below);
    auto *editor = new RecordEditor(
        RecordEditor::Setup{.type = recordType<HeldMedicine>(),
            .title = words::label(recordType<HeldMedicine>().newOne),
            .start = toRow(medicine),
            .place = {QString::fromLatin1(recordType<HeldMedicine>().table), 0, person.value},
            .save = [services, below](const Row &row) { return saveHandIn(services, row, below->row()); },
            .extra = extra,
            .readExtra = [below] { return toJson(below->row()); },
            .writeExtra = [below](const QJsonObject &typed) { below->load(fromJson(recordType<CustodyEntry>(), typed)); },
            .showExtra = [below](const Violations &violations) { return below->showViolations(violations); }},
        services);
    QObject::connect(below, &RecordForm::edited, editor, &RecordEditor::markEdited);
    return editor;
}

} // namespace keywork
