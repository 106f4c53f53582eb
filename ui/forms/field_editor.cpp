// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/field_editor.h"

#include "core/base/text.h"
#include "core/domain/kinds.h"
#include "ui/forms/date_text.h"
#include "ui/text/words.h"
#include "ui/theme/theme.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/parts.h"

#include <QAbstractItemView>
#include <QCalendarWidget>
#include <QCheckBox>
#include <QComboBox>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QStyle>
#include <QTextCharFormat>
#include <QWidgetAction>

using namespace Qt::StringLiterals;

namespace keywork {

FieldEditor::FieldEditor(const Field &field, const Services &services, QWidget *parent)
    : QWidget(parent)
    , m_field(field)
    , m_services(services)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(3);
    m_label = label(words::label(field.label) + (field.required ? u" *"_s : QString()), "fieldLabel");
    auto *line = new QHBoxLayout;
    line->addWidget(m_label);
    line->addStretch();
    layout->addLayout(line);
    switch (field.kind) {
    case Kind::Date:
    case Kind::PartialDate:
        buildDate();
        break;
    case Kind::Choice:
        buildChoice();
        break;
    case Kind::Reference:
        buildReference(services);
        break;
    case Kind::Boolean:
        m_label->hide();
        buildFlag();
        break;
    case Kind::Text:
        if (field.list)
            buildTicks();
        else
            buildText();
        break;
    default:
        buildText();
    }
    if (field.personal) {
        m_notSaid = new QComboBox;
        m_notSaid->setAccessibleName(tr("No answer to: %1").arg(words::label(field.label)));
        m_notSaid->setProperty("look", u"quiet"_s);
        // Typing goes from field to field; F2 in the field opens this.
        m_notSaid->setFocusPolicy(Qt::ClickFocus);
        m_notSaid->setToolTip(tr("F2"));
        QSizePolicy policy = m_notSaid->sizePolicy();
        policy.setRetainSizeWhenHidden(true);
        m_notSaid->setSizePolicy(policy);
        m_notSaid->addItem(tr("no answer? F2"));
        for (const NotSaidReason reason : allOf<NotSaidReason>())
            m_notSaid->addItem(words::labelFor(reason), QString::fromLatin1(codeOf(reason)));
        connect(m_notSaid, &QComboBox::currentIndexChanged, this, &FieldEditor::edited);
        connect(m_notSaid, &QComboBox::activated, this, [this] { m_input->setFocus(); });
        m_notSaid->installEventFilter(this);
        keepFromWheel(m_notSaid);
        line->addWidget(m_notSaid);
    }
    m_label->setBuddy(m_input);
    m_input->setObjectName(column());
    m_input->setAccessibleName(words::label(field.label));
    m_input->installEventFilter(this);
    if (!layout->count() || m_input->parent() != this)
        layout->addWidget(m_input);
    if (field.help)
        layout->addWidget(label(words::label(field.help), "soft", true));
    m_problem = label({}, "problem", true);
    m_problem->hide();
    layout->addWidget(m_problem);
    showNotSaid();
}

void FieldEditor::showNotSaid()
{
    if (!m_notSaid)
        return;
    const bool offered = m_input->hasFocus() || m_notSaid->hasFocus() || m_notSaid->view()->isVisible();
    m_notSaid->setVisible(offered || m_notSaid->currentIndex() > 0);
}

void FieldEditor::buildText()
{
    if (m_field.multiline) {
        auto *edit = new QPlainTextEdit;
        edit->setTabChangesFocus(true);
        edit->setFixedHeight(Theme::scaled(72));
        m_read = [edit] { return QVariant(edit->toPlainText().isEmpty() ? emptyText() : edit->toPlainText()); };
        m_write = [edit](const QVariant &value) { edit->setPlainText(value.toString()); };
        connect(edit, &QPlainTextEdit::textChanged, this, &FieldEditor::edited);
        m_input = edit;
        return;
    }
    auto *edit = new QLineEdit;
    const bool isNumber = m_field.kind == Kind::Integer;
    m_read = [this, edit, isNumber]() -> QVariant {
        const QString text = edit->text();
        if (!isNumber)
            return text.isEmpty() ? emptyText() : text;
        if (text.trimmed().isEmpty())
            return m_field.nullable ? QVariant() : QVariant(qint64(0));
        bool good = false;
        const qlonglong number = text.trimmed().toLongLong(&good);
        return good ? QVariant(qint64(number)) : QVariant(text);
    };
    m_write = [edit](const QVariant &value) { edit->setText(value.toString()); };
    connect(edit, &QLineEdit::textEdited, this, &FieldEditor::edited);
    m_input = edit;
}

void FieldEditor::buildDate()
{
    auto *edit = new QLineEdit;
    const bool partial = m_field.kind == Kind::PartialDate;
    const auto today = [this] { return m_services.records.today(); };
    edit->setPlaceholderText(partial ? tr("3/2/1981, Feb 1981 or 1981") : tr("14/9, today, +2w"));
    m_read = [this, edit, partial, today]() -> QVariant {
        const QString text = edit->text().trimmed();
        if (text.isEmpty())
            return m_field.nullable ? QVariant() : QVariant(emptyText());
        if (partial) {
            const QString stored = partialFromText(text, today());
            return stored.isEmpty() ? text : stored;
        }
        const auto day = dayFromText(text, today());
        return day ? day->toString(Qt::ISODate) : text;
    };
    m_write = [edit, partial](const QVariant &value) {
        const auto known = PartialDate::fromText(value.toString());
        edit->setText(!known ? value.toString() : partial ? words::partialDate(*known) : words::date(known->earliest()));
    };
    connect(edit, &QLineEdit::textEdited, this, &FieldEditor::edited);
    // What was understood is shown at once, with the age for a birth date.
    connect(edit, &QLineEdit::editingFinished, this, [this, edit, today] {
        const auto known = PartialDate::fromText(value().toString());
        if (!known)
            return;
        edit->setText(m_field.kind == Kind::PartialDate ? words::partialDate(*known) : words::date(known->earliest()));
        const auto age = ageOn(*known, today());
        if (column() == u"born_on" && age)
            m_label->setText(words::label(m_field.label) + u" · "_s + words::yearsOld(*age));
    });
    auto *action = edit->addAction(style()->standardIcon(QStyle::SP_FileDialogDetailedView), QLineEdit::TrailingPosition);
    action->setText(tr("Calendar"));
    connect(action, &QAction::triggered, this, [this, edit, today] {
        auto *menu = new QMenu(this);
        menu->setAttribute(Qt::WA_DeleteOnClose);
        auto *calendar = new QCalendarWidget;
        calendar->setHorizontalHeaderFormat(QCalendarWidget::SingleLetterDayNames);
        calendar->setVerticalHeaderFormat(QCalendarWidget::NoVerticalHeader);
        QTextCharFormat plain;
        plain.setForeground(Theme::colour(u"ink"_s)); // red is for emergencies
        for (const Qt::DayOfWeek day : {Qt::Saturday, Qt::Sunday})
            calendar->setWeekdayTextFormat(day, plain);
        const auto known = PartialDate::fromText(value().toString());
        calendar->setSelectedDate(known ? known->earliest() : today());
        auto *holder = new QWidgetAction(menu);
        holder->setDefaultWidget(calendar);
        menu->addAction(holder);
        connect(calendar, &QCalendarWidget::activated, this, [this, edit, menu](QDate day) {
            edit->setText(words::date(day));
            menu->close();
            Q_EMIT edited();
        });
        menu->popup(edit->mapToGlobal(QPoint(0, edit->height())));
    });
    m_input = edit;
}

void FieldEditor::useCombo(QComboBox *combo)
{
    combo->setMaxVisibleItems(20);
    combo->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon); // a long choice never widens the form
    combo->setMinimumContentsLength(8);
    keepFromWheel(combo);
    connect(combo, &QComboBox::currentIndexChanged, this, &FieldEditor::edited);
    m_input = combo;
}

void FieldEditor::buildChoice()
{
    auto *combo = new QComboBox;
    combo->addItem(QString(), QString());
    const QString list = QString::fromLatin1(m_field.list);
    for (const ChoiceOption &option : m_services.records.choices().options(list))
        if (!option.retired)
            combo->addItem(words::choice(m_services.records.choices(), list, option.code), option.code);
    m_read = [combo] { return QVariant(combo->currentData().toString().isEmpty() ? emptyText() : combo->currentData().toString()); };
    m_write = [this, combo, list](const QVariant &value) {
        int index = combo->findData(value.toString());
        if (index < 0 && !value.toString().isEmpty()) { // retired, but this record has it
            combo->addItem(words::choice(m_services.records.choices(), list, value.toString()), value);
            index = combo->count() - 1;
        }
        combo->setCurrentIndex(std::max(0, index));
    };
    useCombo(combo);
}

void FieldEditor::buildTicks()
{
    auto *place = new QWidget;
    auto *flow = new FlowLayout(8, place);
    auto boxes = std::make_shared<QList<QCheckBox *>>();
    const QString list = QString::fromLatin1(m_field.list);
    for (const ChoiceOption &option : m_services.records.choices().options(list)) {
        auto *box = new QCheckBox(words::choice(m_services.records.choices(), list, option.code));
        box->setProperty("code", option.code);
        box->setVisible(!option.retired);
        connect(box, &QCheckBox::toggled, this, &FieldEditor::edited);
        flow->addWidget(box);
        boxes->append(box);
    }
    m_read = [boxes] {
        QStringList codes;
        for (const QCheckBox *box : *boxes)
            if (box->isChecked())
                codes.append(box->property("code").toString());
        return QVariant(codes.isEmpty() ? emptyText() : codes.join(u','));
    };
    m_write = [boxes](const QVariant &value) {
        const QStringList codes = value.toString().split(u',', Qt::SkipEmptyParts);
        for (QCheckBox *box : *boxes) {
            const bool ticked = codes.contains(box->property("code").toString());
            box->setChecked(ticked);
            if (ticked)
                box->show(); // retired, but this record has it
        }
    };
    place->setFocusProxy(boxes->isEmpty() ? nullptr : boxes->first());
    m_input = place;
}

void FieldEditor::buildReference(const Services &services)
{
    auto *combo = new QComboBox;
    combo->addItem(QString(), QVariant());
    const RecordType *type = kindOf(QString::fromLatin1(m_field.refers));
    if (QLatin1String(m_field.refers) == "room"_L1) {
        if (const auto rooms = services.people.freeRooms())
            for (const Kept<Room> &room : *rooms)
                combo->addItem(room.value.name, room.id.value);
    } else if (const auto rows = services.records.list(*type)) {
        for (const KeptRow &row : *rows)
            if (row.row.text(u"left_on"_s).isEmpty())
                combo->addItem(words::nameOf(row.row), row.id);
    }
    m_read = [combo] { return combo->currentData(); };
    m_write = [combo, type, &services](const QVariant &value) {
        int index = value.isNull() ? 0 : combo->findData(value);
        if (index < 0) {
            const auto row = services.records.one(*type, value.toLongLong());
            combo->addItem(row ? words::nameOf(row->row) : QString(), value);
            index = combo->count() - 1;
        }
        combo->setCurrentIndex(index);
    };
    useCombo(combo);
}

void FieldEditor::buildFlag()
{
    auto *check = new QCheckBox(words::label(m_field.label));
    m_read = [check] { return QVariant(qint64(check->isChecked() ? 1 : 0)); };
    m_write = [check](const QVariant &value) { check->setChecked(value.toLongLong() != 0); };
    connect(check, &QCheckBox::toggled, this, &FieldEditor::edited);
    m_input = check;
}

void FieldEditor::setValue(const QVariant &value)
{
    const QSignalBlocker blocked(this);
    m_write(value);
}

std::optional<NotSaidReason> FieldEditor::notSaid() const
{
    return m_notSaid ? fromCode<NotSaidReason>(m_notSaid->currentData().toString()) : std::nullopt;
}

void FieldEditor::setNotSaid(const std::optional<NotSaidReason> &reason)
{
    const QSignalBlocker blocked(this);
    if (m_notSaid)
        m_notSaid->setCurrentIndex(reason ? m_notSaid->findData(QString::fromLatin1(codeOf(*reason))) : 0);
    showNotSaid();
}

void FieldEditor::showProblem(const QString &sentence)
{
    m_problem->setText(sentence);
    m_problem->setVisible(!sentence.isEmpty());
    m_input->setProperty("problem", !sentence.isEmpty());
    m_input->style()->unpolish(m_input);
    m_input->style()->polish(m_input);
}

bool FieldEditor::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::FocusOut && watched == m_input)
        Q_EMIT left();
    if (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut)
        QMetaObject::invokeMethod(this, &FieldEditor::showNotSaid, Qt::QueuedConnection); // once the focus has moved
    if (event->type() == QEvent::KeyPress && watched == m_input && m_notSaid && static_cast<QKeyEvent *>(event)->key() == Qt::Key_F2) {
        m_notSaid->show();
        m_notSaid->setFocus();
        m_notSaid->showPopup();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace keywork
