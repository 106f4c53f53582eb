// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/field_editor.h"

#include "core/base/text.h"
#include "core/record/validation.h"
#include "core/services/services.h"
#include "ui/forms/field_question.h"
#include "ui/text/words.h"
#include "ui/theme/theme.h"
#include "ui/widgets/parts.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QComboBox>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPushButton>
#include <QStyle>
#include <QTimer>
#include <utility>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

/// Says once that no button of the mouse is held any more.
class Release : public QObject {
public:
    explicit Release(std::function<void()> then, QObject *parent)
        : QObject(parent)
        , m_then(std::move(then))
    {
        QCoreApplication::instance()->installEventFilter(this);
    }
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() == QEvent::MouseButtonRelease && m_then) {
            QTimer::singleShot(0, parent(), std::exchange(m_then, {}));
            deleteLater();
        }
        return QObject::eventFilter(watched, event);
    }

private:
    std::function<void()> m_then;
};

/// At once, or when the press that is under way is over: a sentence that takes its place in between would move what is
/// pressed away from under the pointer.
void afterRelease(QObject *context, const std::function<void()> &then)
{
    if (QApplication::mouseButtons() == Qt::NoButton)
        then();
    else
        new Release(then, context);
}

} // namespace

FieldEditor::FieldEditor(const Field &field, const Services &services, QWidget *parent)
    : QWidget(parent)
    , m_field(field)
    , m_answer(makeInput(field, services))
    , m_input(m_answer->keys())
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(3);
    const QString name = words::label(field.label);
    m_label = label({}, "fieldLabel");
    showRequired(field.required);
    if (m_answer->labelsItself())
        m_label->hide();
    auto *line = new QHBoxLayout;
    if (Theme::isLarge()) { // one column: a long label takes the lines that it needs
        m_label->setWordWrap(true);
        line->addWidget(m_label, 1);
    } else {
        line->addWidget(m_label);
        line->addStretch();
    }
    layout->addLayout(line);
    if (field.personal)
        buildNotSaid(line);
    keepToGrid(line);
    m_label->setBuddy(m_input);
    m_input->setObjectName(column());
    m_input->setAccessibleName(field.unit ? u"%1, %2"_s.arg(name, words::unit(field)) : name);
    m_input->installEventFilter(this);
    layout->addWidget(m_answer);
    connect(m_answer, &FieldInput::edited, this, &FieldEditor::noteAnswer);
    connect(m_answer, &FieldInput::understood, this, [this](const QString &inWords) {
        if (m_understood) {
            m_understood->setText(inWords);
            m_understood->setVisible(!inWords.isEmpty());
        } else {
            m_inWords = inWords;
            showName();
        }
    });
    if (field.help) {
        m_help = label(words::label(field.help), "soft", true);
        layout->addWidget(m_help);
    }
    m_problem = label({}, "problem", true);
    m_problem->hide();
    layout->addWidget(m_problem);
    showNotSaid();
}

void FieldEditor::showRequired(bool isRequired)
{
    m_saysRequired = isRequired;
    showName();
}

void FieldEditor::showName()
{
    const QString name = literal(words::label(m_field.label)) + (m_saysRequired ? u" *"_s : QString());
    m_label->setText(m_inWords.isEmpty() ? name : name + u" · "_s + literal(m_inWords));
}

/// Fields beside each other stand at one height, whatever stands above them: a label, a tick's own, or another choice.
void FieldEditor::keepToGrid(QBoxLayout *line)
{
    const int height = Theme::scaled(16) + 14; // a line of text with the style's padding
    for (QWidget *input : m_answer->findChildren<QWidget *>(QString(), Qt::FindDirectChildrenOnly))
        if (qobject_cast<QLineEdit *>(input) || qobject_cast<QComboBox *>(input))
            input->setFixedHeight(height);
    if (Theme::isLarge())
        return;
    const int above = Theme::scaled(18);
    m_label->setFixedHeight(above);
    if (m_notSaid)
        m_notSaid->setFixedHeight(above);
    if (!m_answer->labelsItself())
        return;
    auto *room = new QWidget;
    room->setFixedHeight(above);
    line->addWidget(room);
    m_input->setMinimumHeight(height);
}

void FieldEditor::buildNotSaid(QBoxLayout *line)
{
    m_notSaid = new QComboBox;
    m_notSaid->setAccessibleName(tr("No answer to: %1").arg(words::label(m_field.label)));
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
    connect(m_notSaid, &QComboBox::currentIndexChanged, this, &FieldEditor::noteNotSaid);
    connect(m_notSaid, &QComboBox::activated, this, [this] {
        if (isUndecided())
            focusQuestion();
        else
            m_input->setFocus();
    });
    m_notSaid->installEventFilter(this);
    keepFromWheel(m_notSaid);
    line->addWidget(m_notSaid);
}

void FieldEditor::setContext(const QString &context)
{
    const QString name = words::label(m_field.label);
    m_input->setAccessibleName(u"%1, %2"_s.arg(m_field.unit ? u"%1, %2"_s.arg(name, words::unit(m_field)) : name, context));
    if (m_notSaid)
        m_notSaid->setAccessibleName(tr("No answer to: %1").arg(u"%1, %2"_s.arg(name, context)));
}

void FieldEditor::setCompact()
{
    auto *body = static_cast<QVBoxLayout *>(layout());
    setAttribute(Qt::WA_StyledBackground);
    if (m_help) { // a sentence in a narrow cell would be a tower
        m_help->hide();
        m_label->setToolTip(m_help->text());
    }
    if (m_notSaid) { // a line of its own, and only where there is no answer
        QSizePolicy policy = m_notSaid->sizePolicy();
        policy.setRetainSizeWhenHidden(false);
        m_notSaid->setSizePolicy(policy);
        body->insertWidget(1, m_notSaid);
        m_input->setToolTip(tr("No answer: F2"));
    }
    m_understood = label({}, "soft", true);
    m_understood->hide();
    body->insertWidget(body->indexOf(m_answer) + 1, m_understood);
    m_was = label({}, "soft", true);
    m_was->hide();
    body->insertWidget(body->indexOf(m_understood) + 1, m_was);
    body->addStretch(1); // the cell may be as high as its neighbours
    showNotSaid();
}

void FieldEditor::showWas(const QString &sentence, bool differs)
{
    if (!m_was)
        return;
    m_was->setText(sentence);
    m_was->setVisible(!sentence.isEmpty());
    if (const char *look = differs ? "differs" : ""; property("look").toString() != QLatin1String(look))
        setLook(this, look);
}

void FieldEditor::showNotSaid()
{
    if (!m_notSaid)
        return;
    if (m_understood)
        return m_notSaid->setVisible(m_notSaid->currentIndex() > 0 || m_notSaid->hasFocus() || m_notSaid->view()->isVisible());
    const bool offered = m_input->hasFocus() || m_notSaid->hasFocus() || m_notSaid->view()->isVisible();
    m_notSaid->setVisible(offered || m_notSaid->currentIndex() > 0);
}

FieldQuestion *FieldEditor::questionIn(FieldQuestion *&place, const QString &name)
{
    if (place)
        return place;
    place = new FieldQuestion(column() + name, this);
    layout()->addWidget(place);
    if (m_input->focusPolicy() & Qt::TabFocus) {
        setTabOrder(m_input, place->firstAnswer());
        setTabOrder(place->firstAnswer(), place->lastAnswer());
    }
    return place;
}

/// An answer outweighs the note that there was none, and the question about the earlier one.
void FieldEditor::noteAnswer()
{
    if (m_notSaid && m_notSaid->currentIndex() > 0 && !isBlank(value()))
        setNotSaid({});
    Q_EMIT edited();
}

/// What was answered is never dropped unseen: it is asked about, then replaced.
void FieldEditor::noteNotSaid()
{
    if (m_whetherReplaced)
        m_whetherReplaced->hide();
    if (m_notSaid->currentIndex() > 0 && !isBlank(value()))
        questionIn(m_whetherReplaced, u"-replaced"_s)
            ->ask(tr("There is an answer here. Put “%1” in its place?").arg(m_notSaid->currentText()), tr("Replace it"),
                tr("Keep the answer"), [this](bool replaces) {
                    if (replaces)
                        setValue(m_field.nullable ? QVariant() : QVariant(emptyText()));
                    else
                        setNotSaid({});
                    m_input->setFocus(Qt::OtherFocusReason);
                    Q_EMIT edited();
                });
    showNotSaid();
    Q_EMIT edited();
}

bool FieldEditor::isUndecided() const { return m_whetherReplaced && m_whetherReplaced->isOpen(); }

void FieldEditor::focusQuestion()
{
    if (isUndecided())
        m_whetherReplaced->firstAnswer()->setFocus(Qt::OtherFocusReason);
}

void FieldEditor::setValue(const QVariant &value)
{
    const QSignalBlocker blocked(this);
    m_answer->setValue(value);
}

std::optional<NotSaidReason> FieldEditor::notSaid() const
{
    return m_notSaid ? fromCode<NotSaidReason>(m_notSaid->currentData().toString()) : std::nullopt;
}

void FieldEditor::setNotSaid(const std::optional<NotSaidReason> &reason)
{
    const QSignalBlocker blocked(this);
    if (m_notSaid) {
        const QSignalBlocker quiet(m_notSaid); // what is loaded is not asked about
        m_notSaid->setCurrentIndex(reason ? m_notSaid->findData(QString::fromLatin1(codeOf(*reason))) : 0);
    }
    if (m_whetherReplaced)
        m_whetherReplaced->hide();
    showNotSaid();
}

void FieldEditor::showProblem(const QString &sentence)
{
    const bool isProblem = !sentence.isEmpty();
    const QString asked = m_answer->question(); // says better what to do
    showMessage(m_problem, isProblem && !asked.isEmpty() ? asked : sentence);
    if (m_whetherRight)
        m_whetherRight->hide();
    markProblem(isProblem);
}

void FieldEditor::askWhetherRight(const QString &sentence)
{
    showMessage(m_problem, {}); // the question stays where it is when it is asked again: the focus may be in it
    questionIn(m_whetherRight, u"-right"_s)->ask(sentence, tr("It is right"), tr("Change it"), [this](bool isRight) {
        markProblem(false);
        if (isRight)
            m_confirmed = value();
        m_input->setFocus(Qt::OtherFocusReason);
        if (auto *line = qobject_cast<QLineEdit *>(m_input); line && !isRight)
            line->selectAll();
        Q_EMIT edited();
    });
    markProblem(true);
}

void FieldEditor::markProblem(bool isProblem)
{
    if (m_input->property("problem").toBool() == isProblem)
        return;
    m_input->setProperty("problem", isProblem);
    m_input->style()->unpolish(m_input);
    m_input->style()->polish(m_input);
}

bool FieldEditor::eventFilter(QObject *watched, QEvent *event)
{
    // A list that opens under the field belongs to it.
    const bool goes = event->type() == QEvent::FocusOut && static_cast<QFocusEvent *>(event)->reason() != Qt::PopupFocusReason;
    if (goes && watched == m_input)
        afterRelease(this, [this] { Q_EMIT left(); });
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
