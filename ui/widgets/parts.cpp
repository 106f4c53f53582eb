// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/parts.h"

#include "core/base/text.h"
#include "ui/theme/theme.h"
#include "ui/widgets/flow_layout.h"

#include <QAbstractItemView>
#include <QAbstractSlider>
#include <QAbstractSpinBox>
#include <QComboBox>
#include <QEvent>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPainter>
#include <QPainterPath>
#include <QPointer>
#include <QScrollArea>
#include <QScrollBar>
#include <QStyle>
#include <QTextBoundaryFinder>
#include <QTimer>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {
constexpr int kLongTitle = 40; // characters
constexpr int kWidestList = 640; // of an open list
constexpr int kFrameAndBar = 40; // frame and bar
} // namespace

QLabel *label(const QString &text, const char *look, bool wraps)
{
    auto *made = new QLabel;
    made->setTextFormat(Qt::PlainText); // nothing typed is ever read as markup
    made->setText(text);
    made->setWordWrap(wraps);
    if (*look)
        made->setProperty("look", QString::fromLatin1(look));
    return made;
}

QString breakable(const QString &text)
{
    constexpr int kLongWord = 30;
    QString broken;
    int run = 0;
    QTextBoundaryFinder finder(QTextBoundaryFinder::Grapheme, text); // never between a letter and its accent
    for (qsizetype from = 0, to = finder.toNextBoundary(); to > 0; from = to, to = finder.toNextBoundary()) {
        const QStringView letter = QStringView(text).mid(from, to - from);
        run = letter.front().isSpace() ? 0 : run + 1;
        broken += letter;
        if (run == kLongWord) {
            broken += QChar(0x200B);
            run = 0;
        }
    }
    return broken;
}

QLabel *chip(const QString &text, const char *kind)
{
    QLabel *made = label(text, (QByteArray("chip-") + kind).constData());
    made->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Maximum);
    return made;
}

QPushButton *button(const QString &text, const char *look)
{
    auto *made = new QPushButton(text);
    if (*look)
        made->setProperty("look", QString::fromLatin1(look));
    made->setAutoDefault(false);
    made->setCursor(Qt::PointingHandCursor);
    return made;
}

QWidget *titled(const QString &title, QWidget *field)
{
    auto *both = new QWidget;
    auto *layout = new QHBoxLayout(both);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    auto *name = label(title, "fieldLabel");
    name->setBuddy(field);
    layout->addWidget(name);
    layout->addWidget(field);
    both->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Maximum); // no gap between the two
    return both;
}

QFrame *rule()
{
    auto *made = new QFrame;
    made->setProperty("look", u"rule"_s);
    return made;
}

QLineEdit *labelledLine(QLayout *layout, const QString &title, const char *name)
{
    auto *edit = new QLineEdit;
    edit->setObjectName(QString::fromLatin1(name));
    edit->setAccessibleName(QString(title).remove(u" *"_s));
    auto *shown = label(title, "fieldLabel");
    shown->setBuddy(edit);
    layout->addWidget(shown);
    layout->addWidget(edit);
    return edit;
}

QString literal(QString text) { return text.replace(u'&', u"&&"_s); }

void setPlainToolTip(QWidget *widget, const QString &title, const QString &text) { widget->setToolTip(title + u'\n' + text); }

namespace {

/// What the wheel and the keys that scroll a page would change unseen. The bar of a list that scrolls is none of it.
bool isChanged(const QObject *watched)
{
    return qobject_cast<const QComboBox *>(watched) || qobject_cast<const QAbstractSpinBox *>(watched)
        || (qobject_cast<const QAbstractSlider *>(watched) && !qobject_cast<const QScrollBar *>(watched));
}

class WheelGuard : public QObject {
public:
    using QObject::QObject;
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        return keepsFromWheel(watched, event) || QObject::eventFilter(watched, event);
    }
};

} // namespace

bool keepsFromWheel(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Polish) {
        auto *widget = qobject_cast<QWidget *>(watched);
        if (widget && widget->focusPolicy() == Qt::WheelFocus) // the wheel would take the keys away from where somebody types
            widget->setFocusPolicy(Qt::StrongFocus);
        return false;
    }
    // Nor do the keys that scroll a page choose something else in a box that is closed.
    const bool scrolls = event->type() == QEvent::KeyPress
        && (static_cast<QKeyEvent *>(event)->key() == Qt::Key_PageDown || static_cast<QKeyEvent *>(event)->key() == Qt::Key_PageUp);
    if ((event->type() != QEvent::Wheel && !scrolls) || !isChanged(watched))
        return false;
    event->ignore(); // goes on to the page
    return true;
}

void showWholeLines(QComboBox *combo)
{
    int widest = 0;
    for (int i = 0; i < combo->count(); ++i) {
        widest = std::max(widest, combo->fontMetrics().horizontalAdvance(combo->itemText(i)));
        combo->setItemData(i, combo->accessibleName() + u'\n' + combo->itemText(i), Qt::ToolTipRole); // as of setPlainToolTip
    }
    combo->view()->setTextElideMode(Qt::ElideRight);
    combo->view()->setMinimumWidth(std::min(Theme::scaled(kWidestList), widest + Theme::scaled(kFrameAndBar)));
}

void keepFromWheel(QComboBox *combo)
{
    if (combo->focusPolicy() == Qt::WheelFocus)
        combo->setFocusPolicy(Qt::StrongFocus);
    combo->installEventFilter(new WheelGuard(combo));
}

QScrollArea *scrolling(QWidget *inside)
{
    auto *scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(inside);
    return scroll;
}

void emptyLayout(QLayout *layout)
{
    while (QLayoutItem *item = layout->takeAt(0)) {
        if (QWidget *widget = item->widget()) {
            widget->hide();
            widget->deleteLater();
        } else if (QLayout *inner = item->layout()) {
            emptyLayout(inner);
        }
        delete item;
    }
}

Card::Card(const QString &title, const QString &soft, QWidget *parent)
    : QFrame(parent)
{
    setProperty("look", u"card"_s);
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(16, 12, 16, 14);
    whole->setSpacing(8);
    m_titleLine = wrappingLine(8);
    // Somebody's own words take the lines that they need.
    auto *name = label(breakable(title), "cardTitle", title.size() > kLongTitle || Theme::isLarge());
    name->setVisible(!title.isEmpty());
    m_titleLine->addWidget(name);
    m_soft = label(soft, "soft", Theme::isLarge());
    m_titleLine->addWidget(m_soft);
    pushRight(m_titleLine);
    if (!title.isEmpty())
        whole->addLayout(m_titleLine);
    m_body = new QVBoxLayout;
    m_body->setSpacing(6);
    whole->addLayout(m_body);
}

void Card::addToTitle(QWidget *widget) { m_titleLine->addWidget(widget); }
void Card::setSoft(const QString &soft) { m_soft->setText(soft); }
void Card::clear() { emptyLayout(m_body); }

Avatar::Avatar(int size, QWidget *parent)
    : QWidget(parent)
    , m_size(size)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void Avatar::setName(const QString &name)
{
    m_initials = initials(name);
    update();
}

void Avatar::setPicture(const QByteArray &jpeg)
{
    m_picture = QPixmap();
    if (!jpeg.isEmpty())
        m_picture.loadFromData(jpeg, "JPG");
    update();
}

QSize Avatar::sizeHint() const { return QSize(m_size, m_size); }

void Avatar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    if (m_picture.isNull()) {
        paintAvatar(painter, rect(), m_initials);
        return;
    }
    painter.setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
    QPainterPath round;
    round.addEllipse(rect());
    painter.setClipPath(round);
    const int side = std::min(m_picture.width(), m_picture.height());
    const QRect middle((m_picture.width() - side) / 2, (m_picture.height() - side) / 2, side, side);
    painter.drawPixmap(rect(), m_picture, middle);
}

void paintAvatar(QPainter &painter, const QRectF &place, const QString &initials)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(Theme::colour(u"avatar"_s));
    painter.drawEllipse(place);
    QFont font = painter.font();
    font.setPixelSize(std::max(8, int(place.height() * 0.38)));
    font.setWeight(QFont::Bold);
    painter.setFont(font);
    painter.setPen(Theme::colour(u"link"_s));
    painter.drawText(place, Qt::AlignCenter, initials);
    painter.restore();
}

void showMessage(QLabel *message, const QString &sentence)
{
    if (!sentence.isEmpty()) {
        QSizePolicy policy = message->sizePolicy();
        policy.setRetainSizeWhenHidden(true);
        message->setSizePolicy(policy);
        message->setText(sentence);
    }
    message->setVisible(!sentence.isEmpty()); // with its words, which keep its height
}

void setLook(QWidget *widget, const char *look)
{
    widget->setProperty("look", QString::fromLatin1(look));
    widget->style()->unpolish(widget);
    widget->style()->polish(widget);
}

void keepingScrolled(QWidget *page, const std::function<void()> &change)
{
    QList<QPointer<QScrollArea>> areas;
    for (QScrollArea *inside : page->findChildren<QScrollArea *>())
        areas.append(inside);
    for (QWidget *above = page->parentWidget(); above; above = above->parentWidget())
        if (auto *area = qobject_cast<QScrollArea *>(above))
            areas.append(area);
    QList<int> stood;
    for (const QPointer<QScrollArea> &area : std::as_const(areas))
        stood.append(area->verticalScrollBar()->value());
    change();
    const auto restore = [areas, stood] {
        for (qsizetype i = 0; i < areas.size(); ++i)
            if (areas.at(i))
                areas.at(i)->verticalScrollBar()->setValue(stood.at(i));
    };
    restore();
    QTimer::singleShot(0, page, restore); // what is new has its height only then
}

void bringIntoView(QWidget *widget)
{
    for (QWidget *above = widget->parentWidget(); above; above = above->parentWidget())
        if (auto *scroll = qobject_cast<QScrollArea *>(above))
            scroll->ensureWidgetVisible(widget);
}

} // namespace keywork
