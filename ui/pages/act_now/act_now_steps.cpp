// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/act_now/act_now_steps.h"

#include "ui/text/words.h"
#include "ui/theme/theme.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/parts.h"

#include <QComboBox>
#include <QKeyEvent>
#include <QKeySequence>
#include <QSignalBlocker>
#include <QVariant>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

const QString kNaloxone = u"naloxone"_s; // the card
const QString kDose = u"naloxone_given"_s;
constexpr int kUsedUpRole = Qt::UserRole + 1; // of a kit in the list
constexpr int kBesideWords = 100; // a card whose buttons stand beside its words, at the size of text that reception has

bool standBeside(const ActNowCard &card) { return !isNarrow() && (card.id == u"safe" || card.id == u"call"); }

QString timeOf(const QDateTime &local) { return local.toString(u"HH:mm:ss"_s); }
/// The seconds stand in the log.
QString minuteOf(const QDateTime &local) { return local.toString(u"HH:mm"_s); }

/// "7  Dose 2 given" counts, so that nobody has to; the others say when they were last pressed.
QString buttonText(const ActNowButton &button, const QList<QDateTime> &times)
{
    if (button.step == kDose)
        return button.key + u"   "_s + ActNowSteps::tr("Dose %1 given").arg(times.size() + 1);
    return button.key + u"   "_s + button.says + (times.isEmpty() ? QString() : u"  ✓ "_s + minuteOf(times.last()));
}

/// "Reception, red bag (2) · Landing (out of date or called back)": those that still hold something, good ones first.
QString whereKitsHang(const QList<KitOnWall> &kits, QDate today)
{
    QStringList places;
    QStringList doubtful;
    QHash<QString, int> good;
    for (const KitOnWall &kit : kits)
        if (kit.isGood(today) && !kit.place.isEmpty() && ++good[kit.place] == 1)
            places.append(kit.place);
    for (QString &place : places)
        place += u" (%1)"_s.arg(good.value(place));
    for (const KitOnWall &kit : kits) // no way past them: they may be all there is
        if (!kit.isUsedUp && !kit.place.isEmpty() && !good.contains(kit.place) && !doubtful.contains(kit.place))
            doubtful.append(kit.place);
    for (const QString &place : std::as_const(doubtful))
        places.append(ActNowSteps::tr("%1 (out of date or called back)").arg(place));
    return places.join(u" · "_s);
}

QString doseTimes(const QList<QDateTime> &times)
{
    QStringList each;
    for (qsizetype i = 0; i < times.size(); ++i)
        each.append(ActNowSteps::tr("Dose %1 ✓ %2").arg(i + 1).arg(timeOf(times.at(i))));
    return each.join(u" · "_s);
}

} // namespace

ActNowSteps::ActNowSteps(QWidget *parent)
    : QWidget(parent)
    , m_words(ActNowWords::shipped())
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    int number = 0;
    for (const ActNowCard &card : m_words.cards)
        layout->addWidget(buildCard(card, number++));
    layout->addStretch(1); // a taller column beside pulls no card apart
    setCollapse(m_words.collapses.isEmpty() ? QString() : m_words.collapses.first().code);
    setStamped({});
}

/// "Safe?" has no number, as on the card: it comes before everything.
QFrame *ActNowSteps::buildCard(const ActNowCard &card, int number)
{
    Shown shown;
    shown.card = new QFrame;
    shown.card->setObjectName(u"actNow-"_s + card.id);
    shown.card->setProperty("look", u"card"_s);
    auto *all = new QVBoxLayout(shown.card);
    all->setContentsMargins(14, 7, 14, 7);
    all->setSpacing(3);
    auto *title = new QHBoxLayout;
    title->addWidget(label(number == 0 ? card.title : QString::number(number) + u"  "_s + card.title, "actNowStep", true), 1);
    all->addLayout(title);
    shown.body = new QWidget;
    auto *body = new QBoxLayout(standBeside(card) ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom, shown.body);
    body->setContentsMargins(0, 0, 0, 0);
    body->setSpacing(standBeside(card) ? 12 : 6);
    auto *words = new QVBoxLayout;
    words->setSpacing(2);
    shown.says = label({}, "actNowSays", true);
    shown.says->setMinimumWidth(kBesideWords);
    words->addWidget(shown.says);
    if (card.id == u"call" || card.id == u"breathing" || card.id == kNaloxone) {
        auto *place = label({}, card.id == u"call" ? "actNowReadOut" : "strong", true);
        place->setObjectName(u"actNowPlace-"_s + card.id);
        if (card.id == u"call" || Theme::isLarge())
            words->addWidget(place);
        else
            title->addWidget(place, 1); // beside the title: all steps are seen at one look
        m_places.insert(card.id, place);
    }
    body->addLayout(words, 1);
    body->addWidget(buildButtons(card));
    all->addWidget(shown.body);
    if (card.id == kNaloxone) {
        m_unsure = button(tr("7   Unsure? Naloxone"), "");
        m_unsure->setObjectName(u"actNowUnsure"_s);
        connect(m_unsure, &QPushButton::clicked, this, [this] {
            m_isUnsure = true;
            showOpen();
        });
        title->addWidget(m_unsure);
    }
    m_cards.insert(card.id, shown);
    return shown.card;
}

QWidget *ActNowSteps::buildButtons(const ActNowCard &card)
{
    auto *line = new QWidget;
    QLayout *layout
        = standBeside(card) ? static_cast<QLayout *>(new QHBoxLayout) : new FlowLayout(8); // a flow beside takes one button's width
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    line->setLayout(layout);
    for (const ActNowButton &one : card.buttons) {
        auto *made = button(one.key, one.look.toLatin1().constData());
        made->setObjectName(u"step-"_s + one.step);
        connect(made, &QPushButton::clicked, this, [this, step = one.step] { press(step); });
        layout->addWidget(made);
        m_buttons.insert(one.step, made);
    }
    if (card.id == kNaloxone) {
        m_kits = new QComboBox;
        m_kits->setObjectName(u"actNowKit"_s);
        m_kits->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        m_kits->setMinimumContentsLength(34); // its number and its place
        connect(m_kits, &QComboBox::activated, this, [this] {
            m_isKitChosen = true;
            m_wasUsedUp = m_kits->currentData(kUsedUpRole).toBool();
        });
        layout->addWidget(titled(tr("Kit"), m_kits));
        auto *doses = chip({}, "attention");
        doses->setObjectName(u"actNowDoses"_s);
        m_places.insert(u"doses"_s, doses);
        layout->addWidget(doses);
    }
    return line;
}

void ActNowSteps::press(const QString &step) { Q_EMIT pressed(step); }

void ActNowSteps::setHouse(const HouseCard &house, QDate today)
{
    const QString missing = tr("nobody has entered it yet (Settings)");
    const auto orMissing = [&missing](const QString &text) { return text.trimmed().isEmpty() ? missing : breakable(text.trimmed()); };
    QStringList readOut{tr("You are at: %1").arg(orMissing(QString(house.address).replace(u'\n', u", "_s)))};
    readOut.append(house.doors.trimmed().isEmpty() ? tr("Door: %1").arg(missing) : breakable(house.doors.trimmed()));
    if (!house.nightEntry.isEmpty())
        readOut.append(tr("At night: %1").arg(breakable(house.nightEntry)));
    m_places.value(u"call"_s)->setText(readOut.join(u'\n'));
    const QString code = house.defibrillatorCode.isEmpty() ? QString() : tr(", code %1").arg(house.defibrillatorCode);
    m_places.value(u"breathing"_s)->setText(tr("Defibrillator: %1").arg(orMissing(house.defibrillatorPlace) + code));
    const QString hangs = whereKitsHang(house.kits, today);
    m_places.value(kNaloxone)->setText(tr("Naloxone: %1").arg(hangs.isEmpty() ? orMissing(house.naloxonePlace) : breakable(hangs)));
    setKits(house.kits, today);
}

void ActNowSteps::setKits(const QList<KitOnWall> &kits, QDate today)
{
    const QVariant before = m_kits->currentData();
    const QSignalBlocker quiet(m_kits);
    m_kits->clear();
    int best = -1;
    for (const KitOnWall &kit : kits) {
        QStringList said{kit.number, kit.place};
        if (const auto kind = fromCode<NaloxoneKind>(kit.kind))
            said.append(words::labelFor(*kind));
        said.append(kit.isUsedUp ? tr("used up") : tr("%1 left").arg(kit.dosesLeft));
        if (kit.isOutOfDate(today))
            said.append(tr("out of date"));
        if (kit.isRecalled)
            said.append(tr("called back"));
        if (kit.isGood(today) && (best < 0 || (kits.at(best).isOpened && !kit.isOpened)))
            best = m_kits->count();
        said.removeAll(QString());
        m_kits->addItem(said.join(u" · "_s), kit.id);
        m_kits->setItemData(m_kits->count() - 1, kit.isUsedUp, kUsedUpRole);
    }
    const int same = before.isValid() ? m_kits->findData(before) : -1;
    const bool staysUseful = same >= 0 && (best < 0 || isGoneOnWith(kits.at(same)));
    m_kits->setCurrentIndex(staysUseful ? same : std::max(best, 0));
    m_kits->parentWidget()->setVisible(!kits.isEmpty());
    showWholeLines(m_kits);
}

/// A syringe holds every dose of its kit, and is used up by the register once it was opened. Of the others the next dose comes
/// from one that still holds something, unless somebody chose an empty one knowing it.
bool ActNowSteps::isGoneOnWith(const KitOnWall &kit) const
{
    return !kit.isUsedUp || kit.kind == u"syringe" || (m_isKitChosen && m_wasUsedUp);
}

void ActNowSteps::setEmergency(const QString &id)
{
    if (m_emergency == id)
        return;
    m_emergency = id;
    m_isKitChosen = false;
    const QSignalBlocker quiet(m_kits);
    m_kits->setCurrentIndex(-1); // the next one begins with the first that may be given
}

Id<NaloxoneKit> ActNowSteps::kit() const { return {m_kits->currentData().toLongLong()}; }

void ActNowSteps::setSinceDose(const QString &since)
{
    m_sinceDose = since;
    const QString times = doseTimes(m_times.value(kDose));
    m_places.value(u"doses"_s)->setText(since.isEmpty() ? times : times + u" · "_s + since);
}

void ActNowSteps::setCollapse(const QString &code)
{
    if (code != m_collapse)
        m_isUnsure = false;
    m_collapse = code;
    for (const ActNowCard &card : m_words.cards) {
        QStringList said;
        for (const ActNowSentence &sentence : card.says)
            if (sentence.isFor(code))
                said.append(m_words.withFigure(sentence));
        m_cards.value(card.id).says->setText(said.join(u' '));
        for (const ActNowButton &one : card.buttons)
            m_buttons.value(one.step)->setVisible(one.onlyFor.isEmpty() || one.onlyFor.contains(code));
    }
    showOpen();
}

/// Naloxone stands open where it may be opioids, and once a dose was given or somebody is unsure.
void ActNowSteps::showOpen()
{
    const ActNowCollapse *what = m_words.collapse(m_collapse);
    const bool isOpen = m_isUnsure || !what || what->showsNaloxone || m_times.contains(kDose);
    const bool hadKeys = m_unsure->hasFocus();
    m_cards.value(kNaloxone).body->setVisible(isOpen);
    m_unsure->setVisible(!isOpen);
    if (isOpen && hadKeys)
        m_buttons.value(kDose)->setFocus();
}

void ActNowSteps::setStamped(const QHash<QString, QList<QDateTime>> &times)
{
    m_times = times;
    m_next = nullptr;
    for (const ActNowCard &card : m_words.cards) {
        bool isDone = false;
        for (const ActNowButton &one : card.buttons) {
            const QList<QDateTime> when = times.value(one.step);
            isDone |= !when.isEmpty();
            QPushButton *made = m_buttons.value(one.step);
            made->setText(buttonText(one, when));
            made->setProperty("stamped", !when.isEmpty());
            setLook(made, one.look.toLatin1().constData());
            made->setMinimumWidth(0);
            made->setMinimumWidth(made->sizeHint().width()); // what was pressed and when is never cut
        }
        QFrame *frame = m_cards.value(card.id).card;
        const bool isNext = !isDone && !m_next;
        m_next = isNext ? frame : m_next;
        frame->setProperty("edge", isNext ? u"now"_s : QString());
        setLook(frame, "card");
    }
    QLabel *doses = m_places.value(u"doses"_s);
    setSinceDose(m_sinceDose);
    doses->setVisible(times.contains(kDose));
    showOpen();
}

bool ActNowSteps::pressKey(const QKeyEvent &event)
{
    if (event.modifiers() & ~(Qt::KeypadModifier | Qt::ShiftModifier))
        return false;
    const QString key = QKeySequence(event.key()).toString(QKeySequence::PortableText);
    for (const ActNowCard &card : m_words.cards)
        for (const ActNowButton &one : card.buttons)
            if (one.key == key) {
                if (card.id == kNaloxone && m_unsure->isVisibleTo(this))
                    m_unsure->click();
                else if (!event.isAutoRepeat() && m_buttons.value(one.step)->isVisibleTo(this))
                    press(one.step);
                return true;
            }
    return false;
}

} // namespace keywork
