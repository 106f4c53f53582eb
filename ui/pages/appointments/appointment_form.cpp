// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/appointments/appointment_form.h"

#include "core/domain/stay.h"
#include "core/services/care/appointments.h"
#include "core/services/records/records.h"
#include "core/services/services.h"
#include "ui/pages/appointments/repeats_part.h"
#include "ui/text/appointment_lines.h"
#include "ui/text/words.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/parts.h"

#include <QMenu>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {
constexpr int kLookDelayMs = 250; // not at each letter
constexpr int kShownClashes = 4;
} // namespace

AppointmentForm::AppointmentForm(
    Id<Person> person, const std::optional<Kept<Appointment>> &known, const Services &services, QWidget *parent)
    : QWidget(parent)
    , m_person(person)
    , m_known(known)
    , m_services(services)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    m_look.setSingleShot(true);
    m_look.setInterval(kLookDelayMs);
    connect(&m_look, &QTimer::timeout, this, &AppointmentForm::look);
    buildEditor();
    layout->addWidget(m_editor);
    connect(m_editor->form(), &RecordForm::edited, &m_look, qOverload<>(&QTimer::start));
    connect(m_editor, &RecordEditor::saved, this, [this] { Q_EMIT saved(m_said); });
    connect(m_editor, &RecordEditor::cancelled, this, &AppointmentForm::cancelled);
    look();
}

Row AppointmentForm::start() const
{
    if (m_known)
        return toRow(m_known->value);
    Appointment fresh;
    fresh.personId = m_person;
    return toRow(fresh);
}

void AppointmentForm::buildEditor()
{
    const RecordType &type = recordType<Appointment>();
    const bool isOfSeries = m_known && !m_known->value.series.isEmpty();
    RecordEditor::Setup setup{.type = type,
        .title = m_known ? words::label(type.title) : tr("New appointment"),
        .start = start(),
        .place = {u"appointment"_s, m_known ? m_known->id.value : 0, m_person.value},
        // How it went is said on its line, once it is over.
        .hidden = m_known ? QStringList() : QStringList{u"outcome"_s, u"outcome_note"_s, u"follow_up"_s},
        .save = [this](const Row &row) { return save(row); },
        .saveText = isOfSeries ? tr("Save only this one") : QString(),
        .extra = buildExtra()};
    if (m_repeats) {
        setup.readExtra = [repeats = m_repeats] { return repeats->toJson(); }; // also asked when this is gone already
        setup.writeExtra = [repeats = m_repeats](const QJsonObject &kept) { repeats->fromJson(kept); };
    }
    if (m_known)
        setup.stored = [this]() -> std::optional<Row> {
            const auto now = m_services.records.one(m_known->id);
            return now ? std::optional(toRow(now->value)) : std::nullopt;
        };
    m_editor = new RecordEditor(setup, m_services);
    if (m_repeats)
        connect(m_repeats, &RepeatsPart::edited, this, [this] {
            m_editor->markEdited();
            look();
        });
}

QWidget *AppointmentForm::buildExtra()
{
    auto *extra = new QWidget;
    auto *layout = new QVBoxLayout(extra);
    layout->setContentsMargins(0, 0, 0, 0);
    if (!m_known) {
        m_repeats = new RepeatsPart(m_services.records.today());
        layout->addWidget(m_repeats);
    }
    m_clashes = label({}, "problem", true);
    m_clashes->setObjectName(u"clashes"_s);
    m_clashes->setMinimumWidth(1); // a word that is longer than the line makes no window wider
    m_clashes->hide();
    layout->addWidget(m_clashes);
    if (m_known && !m_known->value.series.isEmpty() && m_services.records.mayChange(recordType<Appointment>()))
        layout->addWidget(buildFollowing());
    return extra;
}

QWidget *AppointmentForm::buildFollowing()
{
    auto *place = new QWidget;
    auto *layout = new QVBoxLayout(place);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(label(tr("This is one of a series. “Save only this one” leaves the others as they are."), "soft", true));
    auto *buttons = new FlowLayout(8);
    layout->addLayout(buttons);
    auto *move = button(tr("Mo&ve this and all that follow"));
    move->setObjectName(u"moveFollowing"_s);
    move->setToolTip(tr("By as many days, to the time that is typed above"));
    connect(move, &QPushButton::clicked, this, [this] { saveWith(Following::Move); });
    buttons->addWidget(move);
    auto *cancel = button(tr("Cancel this and all that &follow") + u"    "_s); // room for the arrow
    cancel->setObjectName(u"cancelFollowing"_s);
    auto *menu = new QMenu(cancel);
    for (const auto &[outcome, text] : {std::pair{AppointmentOutcome::CancelledByThem, tr("By the &resident")},
             {AppointmentOutcome::CancelledByAgency, tr("By the a&gency")}, {AppointmentOutcome::CancelledByHouse, tr("By the &house")}})
        menu->addAction(text, this, [this, how = outcome] { saveWith(Following::Cancel, how); });
    cancel->setMenu(menu);
    buttons->addWidget(cancel);
    return place;
}

void AppointmentForm::saveWith(Following following, AppointmentOutcome how)
{
    m_following = following;
    m_how = how;
    m_editor->save();
    m_following = Following::Stay;
}

Done AppointmentForm::save(const Row &row)
{
    const auto typed = recordType<Appointment>().fromRow(row);
    if (!typed)
        return invalid(m_services.records.check(row));
    m_said = tr("Saved");
    if (m_known && m_following != Following::Stay)
        return saveFollowing(*typed);
    if (m_known)
        return amend(row);
    if (const Violations wrong = m_services.records.check(row); !wrong.isEmpty())
        return invalid(wrong); // before the series is looked at: without a first one there is none
    const auto booked = m_services.appointments.book(*typed, m_repeats->repeat());
    if (!booked)
        return booked.error();
    if (booked->size() > 1)
        m_said = tr("Saved: %1 appointments").arg(booked->size());
    return {};
}

/// Those that follow first: by how far they move is counted from where this one stands in the file.
Done AppointmentForm::saveFollowing(const Appointment &typed)
{
    Appointment wanted = typed;
    const bool isMove = m_following == Following::Move;
    if (!isMove)
        wanted.outcome = m_how;
    const auto count = isMove ? m_services.appointments.moveFollowing(m_known->id, typed.startsAt)
                              : m_services.appointments.cancelFollowing(m_known->id, m_how);
    if (!count)
        return count.error();
    m_said = (isMove ? tr("Moved: %1 appointments") : tr("Cancelled: %1 appointments")).arg(*count);
    return amend(toRow(wanted));
}

Done AppointmentForm::amend(const Row &row)
{
    auto edited = m_services.records.one(recordType<Appointment>(), m_known->id.value);
    if (!edited)
        return edited.error();
    edited->row = row;
    const auto amended = m_services.records.amend(*edited);
    return amended ? Done() : Done(amended.error());
}

void AppointmentForm::look()
{
    const auto typed = recordType<Appointment>().fromRow(m_editor->form()->row());
    const bool isTimed = typed && typed->startsAt.isValid();
    const QList<Appointment> planned
        = isTimed ? m_services.appointments.planned(*typed, m_repeats ? m_repeats->repeat() : std::nullopt) : QList<Appointment>();
    if (m_repeats)
        m_repeats->setResult(isTimed ? words::repeated(planned, m_services.records.clock()) : tr("When is the first one?"));
    const QStringList said = clashesOf(planned);
    showMessage(m_clashes, said.join(u'\n'));
}

QStringList AppointmentForm::clashesOf(const QList<Appointment> &planned) const
{
    QStringList said;
    for (const Appointment &one : planned) {
        const auto found = one.isCancelled() ? Result<QList<AppointmentClash>>(QList<AppointmentClash>())
                                             : m_services.appointments.clashes(one, m_known ? m_known->id : Id<Appointment>());
        for (const AppointmentClash &clash : found ? *found : QList<AppointmentClash>()) {
            if (said.size() == kShownClashes)
                return said << tr("and more");
            const auto lines = appointmentLines(m_services, {clash.other});
            if (lines && !lines->isEmpty())
                said.append(words::clash(clash, lines->first(), m_services.records.today()));
        }
    }
    return said;
}

} // namespace keywork
