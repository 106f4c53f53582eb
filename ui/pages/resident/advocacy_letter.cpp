// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/resident/advocacy_letter.h"

#include "core/domain/keywork.h"
#include "core/services/records/records.h"
#include "core/services/services.h"
#include "core/services/sharing/letters_out.h"
#include "ui/forms/record_editor.h"
#include "ui/pages/sharing/category_ticks.h"
#include "ui/print/letter_document.h"
#include "ui/text/words.h"
#include "ui/text/words_errors.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/parts.h"

#include <QCheckBox>
#include <QCoreApplication>
#include <QPointer>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

QString sayOfLetter(const char *marked) { return QCoreApplication::translate("letter", marked); }

/// What the buttons below the form need.
struct LetterDesk {
    qint64 record;
    QPointer<RecordEditor> editor;
    Services services;
    Navigator navigator;
    QPointer<CategoryTicks> tellsOf = {};
};

Result<Advocacy> advocacyAsTyped(const LetterDesk &desk)
{
    KeptRow typed;
    typed.id = desk.record;
    typed.row = desk.editor->form()->row();
    const auto one = asKind<Advocacy>(typed);
    return one ? Result<Advocacy>(one->value) : one.error();
}

void beginFromTemplate(const LetterDesk &desk)
{
    FieldEditor *letter = desk.editor ? desk.editor->form()->editor(u"letter"_s) : nullptr;
    const auto typed = letter ? advocacyAsTyped(desk) : Result<Advocacy>(Error{});
    if (!letter || !typed)
        return;
    if (!typed->letter.trimmed().isEmpty())
        return desk.navigator.refuse(sayOfLetter(QT_TRANSLATE_NOOP("letter", "There is a text already. Empty the field to begin anew.")));
    const auto text = advocacyLetterText(desk.services, *typed);
    if (!text)
        return desk.navigator.refuse(text.error());
    letter->setValue(*text);
    desk.editor->markEdited();
    letter->input()->setFocus();
}

void refuseLetter(const LetterDesk &desk, const Error &error)
{
    if (error.kind == ErrorKind::Invalid && !error.violations.isEmpty())
        return desk.navigator.refuse(error.violations.first().column == u"agency_id"
                ? sayOfLetter(QT_TRANSLATE_NOOP("letter", "An agreement names an agency. Name the agency, or hand the letter to them."))
                : words::violation(error.violations.first()));
    desk.navigator.refuse(error);
}

/// What leaves is what is on file: typed and not saved, it would stand nowhere.
void lookAtLetter(const LetterDesk &desk, LetterWay way)
{
    const auto kept = desk.services.records.one(Id<Advocacy>{desk.record});
    if (!kept || !desk.editor)
        return kept ? void() : desk.navigator.refuse(kept.error());
    if (desk.editor->isTouched())
        return desk.navigator.refuse(sayOfLetter(QT_TRANSLATE_NOOP("letter", "Save first: the letter leaves as it is on file.")));
    const std::set<Category> tellsOf = desk.tellsOf ? desk.tellsOf->ticked() : std::set<Category>();
    const auto about = aboutAdvocacyLetter(desk.services, kept->value, tellsOf, way);
    const auto document = print::advocacyLetter(desk.services, kept->value, way);
    if (!about || !document)
        return refuseLetter(desk, about ? document.error() : about.error());
    desk.navigator.preview({.document = *document,
        .title = sayOfLetter(QT_TRANSLATE_NOOP("letter", "Letter")),
        .fileName = u"letter-"_s + QString::number(desk.record),
        .about = *about,
        .mayStill = [services = desk.services, id = kept->id, version = kept->version, tellsOf, way](Disclosure &) -> Done {
            const auto now = services.records.one(id);
            if (!now)
                return now.error();
            if (now->version != version)
                return Error{ErrorKind::Conflict, {}, {}};
            const auto still = aboutAdvocacyLetter(services, now->value, tellsOf, way);
            return still ? Done() : Done(still.error());
        }});
}

/// Each letter tells whom it is about, and that something is done for them.
void tickWhatAlwaysIs(CategoryTicks *ticks)
{
    for (const Category always : {Category::Identity, Category::CarePlan}) {
        ticks->box(always)->setChecked(true);
        ticks->box(always)->setEnabled(false);
    }
}

void addLetterButton(QLayout *line, const char *name, const QString &text, std::function<void()> pressed)
{
    auto *one = button(text);
    one->setObjectName(QString::fromLatin1(name));
    QObject::connect(one, &QPushButton::clicked, one, std::move(pressed), Qt::QueuedConnection);
    line->addWidget(one);
}

} // namespace

void offerAdvocacyLetter(
    const KeptRow &kept, RecordEditor *editor, QVBoxLayout *below, const Services &services, const Navigator &navigator)
{
    if (kept.row.type != &recordType<Advocacy>())
        return;
    const auto advocacy = asKind<Advocacy>(kept);
    if (!advocacy || !editor || advocacy->value.means != AdvocacyMeans::Letter
        || !services.records.session().may(Act::Share, Category::CarePlan) || !services.records.mayChange(recordType<Advocacy>()))
        return;
    auto *ticks = new CategoryTicks;
    ticks->setObjectName(u"letterTellsOf"_s);
    tickWhatAlwaysIs(ticks);
    const LetterDesk desk{kept.id, editor, services, navigator, ticks};
    below->addWidget(rule());
    below->addWidget(label(sayOfLetter(QT_TRANSLATE_NOOP("letter", "The letter")), "cardTitle"));
    auto *line = wrappingLine(8);
    addLetterButton(line, "letterFromTemplate", sayOfLetter(QT_TRANSLATE_NOOP("letter", "Begin from our &template")),
        [desk] { beginFromTemplate(desk); });
    addLetterButton(line, "letterStraight", sayOfLetter(QT_TRANSLATE_NOOP("letter", "Look at it, to the agency…")),
        [desk] { lookAtLetter(desk, LetterWay::Straight); });
    addLetterButton(line, "letterThroughThem", sayOfLetter(QT_TRANSLATE_NOOP("letter", "Look at it, for them to sign and send…")),
        [desk] { lookAtLetter(desk, LetterWay::ThroughThem); });
    below->addLayout(line);
    below->addWidget(label(sayOfLetter(QT_TRANSLATE_NOOP("letter",
                               "Tick what the letter tells of. Straight to the agency goes only what is agreed with it; what they sign and "
                               "send themselves is theirs to tell.")),
        "soft", true));
    below->addWidget(ticks);
}

} // namespace keywork
